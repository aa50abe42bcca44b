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

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.github.camelhelpdesk.common.http.DownloadException.Kind;

/** The address of a file on the web, without a user or password in it. */
record FileAddress(URI uri) {

    static FileAddress parse(String text) throws DownloadException {
        try {
            URI address = URI.create(encoded(text));
            boolean isWeb = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (isWeb && address.getHost() != null && address.getUserInfo() == null) {
                return new FileAddress(address);
            }
        } catch (IllegalArgumentException e) {
            // As below; its message quotes the address.
        }
        throw new DownloadException("it has no address that can be read", Kind.FINAL);
    }

    /** Where a redirect goes from here. */
    FileAddress redirected(String location) throws DownloadException {
        String next;
        try {
            next = uri.resolve(encoded(location)).toString();
        } catch (IllegalArgumentException e) {
            throw new DownloadException("its address leads nowhere", Kind.FINAL);
        }
        return parse(next);
    }

    /** Addresses come with spaces and letters in them that should have been encoded. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.strip().getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = each > ' ' && each < 127 && "\"<>\\^`{|}".indexOf(each) < 0;
            encoded.append(isPlain ? String.valueOf((char) each) : String.format("%%%02X", each));
        }
        return encoded.toString();
    }

    /** Not the address: those of files are often signed. */
    @Override
    public String toString() {
        return "the address of a file";
    }
}
