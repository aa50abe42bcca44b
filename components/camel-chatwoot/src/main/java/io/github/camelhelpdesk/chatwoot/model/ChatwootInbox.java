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
package io.github.camelhelpdesk.chatwoot.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * An inbox. Its secrets ({@code hmac_token}, {@code secret}), which Chatwoot shows to administrators, are left out.
 *
 * @param id id of the inbox
 * @param name name that agents see
 * @param channelType type, such as {@code Channel::Api}
 * @param inboxIdentifier name of an API inbox in the public client API
 * @param webhookUrl where an API inbox sends its events
 * @param greetingEnabled whether customers are greeted
 * @param csatSurveyEnabled whether customers are asked for their opinion when a conversation is resolved
 * @param workingHoursEnabled whether customers are told outside of the working hours that nobody is there
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootInbox(Long id, String name, String channelType, String inboxIdentifier, String webhookUrl,
        Boolean greetingEnabled, Boolean csatSurveyEnabled, Boolean workingHoursEnabled) {

    /** Type of the inboxes that take incoming messages through the API. */
    public static final String API = "Channel::Api";

    /** Whether it takes incoming messages through the API. */
    public boolean isApi() {
        return API.equals(channelType);
    }

    /** Without the address, which may carry a token. */
    @Override
    public String toString() {
        return id + " (" + name + ", " + channelType + ")";
    }
}
