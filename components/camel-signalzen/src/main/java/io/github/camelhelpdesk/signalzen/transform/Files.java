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
package io.github.camelhelpdesk.signalzen.transform;

import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/** The file of a message, of which there is one at most and only the address is known. */
public final class Files {

    private static final String PREFIX = "file-";

    private Files() {
    }

    /** The file; its id is made of that of the message, as the address may be signed and differ from time to time. */
    public static Attachment of(SignalzenMessage message) {
        return new Attachment(PREFIX + message.id(), name(message.fileUrl()), message.fileUrl(), contentType(message.fileUrl()),
                null);
    }

    /** SignalZen does not tell it; without one it would count as a link, which is not copied. */
    private static String contentType(String url) {
        String name = name(url);
        String guessed = name == null ? null : URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "application/octet-stream" : guessed;
    }

    private static String name(String url) {
        String path = url.replaceFirst("[?#].*", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            return last.isEmpty() ? null : URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return last;
        }
    }
}
