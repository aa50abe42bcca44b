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

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A conversation with a customer (Open API v5, {@code UserChat}). Times are milliseconds since 1970, null when not known.
 *
 * @param id id of the conversation
 * @param channelId id of the channel, which is the account
 * @param userId id of the customer
 * @param state closed, opened, snoozed, queued, initial or missed
 * @param assigneeId manager that it is assigned to, or null
 * @param managerIds managers that take part, never null
 * @param tags tags, never null
 * @param name name of the customer as agents see it, or null
 * @param title title, or null
 * @param description what agents noted about it, or null
 * @param contactMediumType the medium that it came by, or null
 * @param frontMessageId last message that the customer sees
 * @param frontUpdatedAt when that changed
 * @param deskMessageId last message that agents see
 * @param deskUpdatedAt when that changed
 * @param userLastMessageId last message of the customer
 * @param openedAt when it was opened
 * @param closedAt when it was closed
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioUserChat(String id, String channelId, String userId, String state, String assigneeId,
        List<String> managerIds, List<String> tags, String name, String title, String description, String contactMediumType,
        String frontMessageId, Long frontUpdatedAt, String deskMessageId, Long deskUpdatedAt, String userLastMessageId,
        Long openedAt, Long closedAt, Long createdAt, Long updatedAt) implements Identified {

    public ChannelioUserChat {
        managerIds = NoNulls.of(managerIds);
        tags = NoNulls.of(tags);
    }

    /** The id only: logs must not carry names. */
    @Override
    public String toString() {
        return "userChat " + id;
    }
}
