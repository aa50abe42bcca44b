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

/** Copies of what is stored, for tests. */
final class Snapshots {

    private Snapshots() {
    }

    static SignalzenMessage of(Message message) {
        return new SignalzenMessage(message.id, message.user.id, message.body, message.fileUrl, message.autoInvitation,
                message.sender.type(), message.sender.id(), message.createdAt);
    }

    static SignalzenUser of(User user) {
        return new SignalzenUser(user.id, user.name, user.email, user.createdAt, user.updatedAt, user.onlineAt,
                user.messages.size());
    }
}
