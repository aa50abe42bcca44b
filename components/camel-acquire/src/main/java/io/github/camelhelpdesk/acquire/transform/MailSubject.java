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

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;

/**
 * Where the subject of a mail stands. The answer to sending has a field for it (page "Send a message"); where lists keep it is
 * not documented, so that it is looked for in {@code meta} too.
 */
public final class MailSubject {

    private static final String SUBJECT = "subject";

    private MailSubject() {
    }

    /** The subject, null when there is none. */
    public static String of(AcquireMessage message) {
        if (message.subject() != null || message.meta() == null || !"mail".equals(MessageKind.of(message).channel())) {
            return message.subject();
        }
        return message.meta().properties().stream().filter(field -> SUBJECT.equals(field.getKey().toLowerCase(Locale.ROOT)))
                .map(field -> field.getValue()).filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(text -> !text.isBlank()).findFirst().orElse(null);
    }
}
