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
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.github.camelhelpdesk.common.model.AuthorType;

/**
 * A message of a conversation, as Channel.io sends it (Open API v5, {@code Message}).
 *
 * @param id message id
 * @param channelId id of the channel, which is the account
 * @param chatType userChat, group or directChat
 * @param chatId id of the conversation
 * @param personType user, manager or bot
 * @param personId id of the writer; each person type has its own ids
 * @param requestId what the sender set to find it again, or null
 * @param createdAt when it was written, in milliseconds since 1970
 * @param updatedAt when it was last changed, or null
 * @param editedAt when a person last changed it, or null
 * @param blocks text with its markup, never null
 * @param plainText text without markup; null for log entries, files and forms
 * @param files files, never null
 * @param log what happened, for entries of the system, else null
 * @param email what a mail has in addition, else null
 * @param state sending, sent, failed or removed
 * @param options such as private or actAsManager, never null
 * @param rootMessageId the message that this one answers, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioMessage(String id, String channelId, String chatType, String chatId, String personType, String personId,
        String requestId, Long createdAt, Long updatedAt, Long editedAt, List<ChannelioBlock> blocks, String plainText,
        List<ChannelioFile> files, ChannelioLog log, ChannelioEmail email, String state, List<String> options,
        String rootMessageId) implements Identified {

    public ChannelioMessage {
        blocks = NoNulls.of(blocks);
        files = NoNulls.of(files);
        options = NoNulls.of(options);
    }

    /** This message as one of a conversation, whatever it says of that itself. */
    public ChannelioMessage of(String userChat) {
        return new ChannelioMessage(id, channelId, chatType, userChat, personType, personId, requestId, createdAt, updatedAt,
                editedAt, blocks, plainText, files, log, email, state, options, rootMessageId);
    }

    /** Who wrote it. A type that is not known counts as system. */
    public AuthorType authorType() {
        if (log != null || personType == null) {
            return AuthorType.SYSTEM;
        }
        return switch (personType.toLowerCase(Locale.ROOT)) {
            case "user", "veil" -> AuthorType.CUSTOMER;
            case "manager", "account" -> AuthorType.AGENT;
            case "bot" -> AuthorType.BOT;
            default -> AuthorType.SYSTEM;
        };
    }

    /** Whether it bears an option, such as {@code private}. */
    public boolean hasOption(String option) {
        return options.contains(option);
    }

    /** The ids only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message " + id + " of userChat " + chatId;
    }
}
