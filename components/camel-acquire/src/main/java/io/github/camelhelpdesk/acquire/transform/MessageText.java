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
package io.github.camelhelpdesk.acquire.transform;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.transform.HtmlText;

/** Where the text of a message stands: it differs with the channel. */
public final class MessageText {

    private static final String TRANSLATE = "|translate";
    /** The field {@code message} of an SMS is a label such as "SMS by Ada". */
    private static final List<String> SMS_TEXTS = List.of("Body", "body", "SMS");

    private MessageText() {
    }

    /** The plain text, empty when there is none. */
    public static String of(AcquireMessage message) {
        if (message.textBody() != null && !message.textBody().isBlank()) {
            return message.textBody();
        }
        if (message.htmlBody() != null) {
            return HtmlText.toPlain(message.htmlBody());
        }
        String text = "sms".equals(MessageKind.of(message).channel()) ? smsText(message) : message.message();
        return text == null ? "" : withoutMark(text);
    }

    private static String smsText(AcquireMessage message) {
        JsonNode meta = message.meta();
        Stream<String> texts = meta == null ? Stream.empty()
                : SMS_TEXTS.stream().map(meta::path).filter(JsonNode::isTextual).map(JsonNode::asText);
        return texts.findFirst().orElse(message.message());
    }

    /** A mark for Acquire's own texts that agents see translated. */
    private static String withoutMark(String text) {
        return text.endsWith(TRANSLATE) ? text.substring(0, text.length() - TRANSLATE.length()) : text;
    }
}
