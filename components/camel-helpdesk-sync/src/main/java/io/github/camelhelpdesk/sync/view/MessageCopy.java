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
package io.github.camelhelpdesk.sync.view;

import java.time.Instant;
import java.util.List;

/**
 * What became of the copy of a message.
 *
 * @param state {@code pending}, {@code held}, {@code confirmed}, {@code skipped}, {@code parked} or {@code discarded}
 * @param attempts how often the message was handed to the route
 * @param reason why it is parked or what the last attempt met, or null; never message text
 * @param conversationId conversation of the copy, or null while there is none
 * @param ids message ids of the copy, empty until confirmed
 * @param endedAt when the message ended as sent, skipped, parked or discarded, or null
 */
public record MessageCopy(String state, int attempts, String reason, String conversationId, List<String> ids,
        Instant endedAt) {
}
