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
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that was fetched, kept on disk until it is closed.
 *
 * @param path where it is
 * @param contentType media type that its host told, or null
 */
public record DownloadedFile(Path path, String contentType) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadedFile.class);

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Nothing that the message should suffer from.
            LOG.warn("Cannot delete the temporary file {}", path, e);
        }
    }
}
