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
package io.github.camelhelpdesk.channelio.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A channel: the account that a key pair belongs to.
 *
 * @param id id of the channel
 * @param name name of the channel
 * @param botName name of its own bot
 * @param timeZone time zone, such as Asia/Seoul
 * @param state such as active
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioChannel(String id, String name, String botName, String timeZone, String state) {
}
