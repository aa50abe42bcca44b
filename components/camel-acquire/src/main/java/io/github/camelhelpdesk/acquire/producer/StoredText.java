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
package io.github.camelhelpdesk.acquire.producer;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.acquire.transform.MessageKind;
import io.github.camelhelpdesk.acquire.transform.MessageText;
import io.github.camelhelpdesk.common.transform.HtmlText;

/** Compares what was to be sent with what Acquire has stored, where that bears no mark of ours. */
final class StoredText {

    private StoredText() {
    }

    /** Whether the message has been emptied, or never had a text. */
    static boolean isEmpty(AcquireMessage message) {
        return MessageText.of(message).isBlank();
    }

    /** Whether it says the same. Below a mail's own text there may be the mails before it. */
    static boolean says(AcquireMessage message, AcquireMessageRequest request) {
        String stored = normalized(MessageText.of(message));
        String own = normalized(text(request));
        if (own.isEmpty() || MessageKind.of(message).isPrivate() != request.isNote()) {
            return false;
        }
        boolean isMail = "mail".equals(MessageKind.of(message).channel()) && !request.isNote();
        return stored.equals(own) || isMail && stored.startsWith(own + "\n");
    }

    private static String text(AcquireMessageRequest request) {
        if (request.htmlBody() != null) {
            return HtmlText.toPlain(request.htmlBody());
        }
        return request.message() == null ? "" : request.message();
    }

    private static String normalized(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
