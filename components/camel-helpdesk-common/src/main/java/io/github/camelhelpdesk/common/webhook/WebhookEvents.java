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
package io.github.camelhelpdesk.common.webhook;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the events of one provider's webhooks, as one endpoint sees them. Never waits, and keeps nothing of an event. */
public interface WebhookEvents {

    /**
     * Whether an event concerns what the endpoint reads: its account, inbox or conversation. An event of unknown shape does.
     */
    boolean isOurs(JsonNode event);

    /**
     * A word that the provider wants to have back as plain text, to see that its webhook is wanted; nothing when the body is no
     * such challenge. Only asked of a body that is verified.
     */
    default Optional<String> challenge(JsonNode body) {
        return Optional.empty();
    }

    /** What an event asks the reader to look at; nothing when it is no matter of messages. */
    Optional<WakeUp> wakeUp(JsonNode event);

    /** The Camel headers of an event, for routes that want it as it is. Those without a value are left out. */
    Map<String, Object> headers(JsonNode event);
}
