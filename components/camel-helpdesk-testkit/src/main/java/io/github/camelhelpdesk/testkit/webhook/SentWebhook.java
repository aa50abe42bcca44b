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
package io.github.camelhelpdesk.testkit.webhook;

import java.time.Instant;

/**
 * One webhook that left, or tried to.
 *
 * @param at the simulator's time when it ended
 * @param event the provider's name of it, such as {@code message_created}
 * @param resource id of the message or conversation that it tells of
 * @param url as registered, without a token
 * @param status what the receiver answered; 0 when it was refused, cut off or not answered in time
 */
public record SentWebhook(Instant at, String event, String resource, String url, int status) {
}
