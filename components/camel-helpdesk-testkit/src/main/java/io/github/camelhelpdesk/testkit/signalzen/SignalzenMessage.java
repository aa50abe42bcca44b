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
package io.github.camelhelpdesk.testkit.signalzen;

import java.time.Instant;

/**
 * A message as it is stored now.
 *
 * @param body null for a message that is only a file
 * @param fileUrl null without a file
 * @param senderType user or operator
 */
public record SignalzenMessage(long id, long userId, String body, String fileUrl, boolean autoInvitation, String senderType,
        long senderId, Instant createdAt) {
}
