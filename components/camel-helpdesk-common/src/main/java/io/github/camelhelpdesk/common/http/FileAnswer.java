/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
package io.github.camelhelpdesk.common.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

import io.github.camelhelpdesk.common.http.DownloadException.Kind;

/**
 * What the host of a file has answered: the file, saved to disk, or where to go for it.
 *
 * @param file the file, or null
 * @param redirect the address to go to, or null
 */
record FileAnswer(DownloadedFile file, FileAddress redirect) {

    /**
     * Reads an answer.
     *
     * @param address who has answered
     * @param largest how large the file may be
     */
    static FileAnswer read(FileAddress address, ClassicHttpResponse response, FileSize largest)
            throws IOException, DownloadException {
        int status = response.getCode();
        Header location = response.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new FileAnswer(null, address.redirected(location.getValue()));
        }
        if (status == 403 || status == 404 || status == 410) {
            throw new DownloadException("its host does not give it any more (" + status + ")", Kind.EXPIRED);
        }
        if (status < 200 || status >= 300 || response.getEntity() == null) {
            boolean isPassing = status == 408 || status == 429 || status >= 500;
            throw new DownloadException("its host answered with " + status, isPassing ? Kind.PASSING : Kind.FINAL);
        }
        return new FileAnswer(save(response.getEntity(), largest), null);
    }

    private static DownloadedFile save(HttpEntity entity, FileSize largest) throws IOException, DownloadException {
        largest.check(entity.getContentLength());
        Path path = Files.createTempFile("helpdesk-", ".file");
        DownloadedFile file = new DownloadedFile(path, entity.getContentType());
        try (InputStream in = new LimitedInputStream(entity.getContent(), largest.bytes());
                OutputStream out = Files.newOutputStream(path)) {
            in.transferTo(out);
        } catch (LimitedInputStream.LimitExceededException e) {
            file.close();
            throw largest.exceeded();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        return file;
    }
}
