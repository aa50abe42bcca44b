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
package io.github.camelhelpdesk.acquire.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.common.webhook.WakeUp;
import io.github.camelhelpdesk.common.webhook.WebhookEvents;

/**
 * Reads the bodies of Acquire's webhooks: {@code event} and {@code data}, in which all numbers are texts. An event names a case
 * and its contact, not the thread: it has the reader look at the list of cases.
 */
final class AcquireEvents implements WebhookEvents {

    private final String contactId;

    /** @param contactId the contact whose thread is read, or null when all are, or it is not known */
    AcquireEvents(String contactId) {
        this.contactId = contactId;
    }

    @Override
    public boolean isOurs(JsonNode event) {
        String contact = contact(event);
        return contactId == null || contact == null || contactId.equals(contact);
    }

    @Override
    public Optional<WakeUp> wakeUp(JsonNode event) {
        return text(event.path("data"), "caseId") == null ? Optional.empty() : Optional.of(new WakeUp(null, null));
    }

    @Override
    public Map<String, Object> headers(JsonNode event) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(AcquireConstants.EVENT, text(event, "event"));
        headers.put(AcquireConstants.CASE_ID, text(event.path("data"), "caseId"));
        headers.put(AcquireConstants.STATUS, text(event.path("data"), "status"));
        headers.put(AcquireConstants.CONTACT_ID, contact(event));
        return headers;
    }

    private static String contact(JsonNode event) {
        return text(event.path("data").path("contact"), "id");
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }
}
