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
package io.github.camelhelpdesk.channelio.client;

import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.http.Item;

/**
 * A conversation and its customer as they came.
 *
 * @param userChat the conversation
 * @param user its customer, or null
 */
public record UserChatItem(Item<ChannelioUserChat> userChat, Item<ChannelioUser> user) {
}
