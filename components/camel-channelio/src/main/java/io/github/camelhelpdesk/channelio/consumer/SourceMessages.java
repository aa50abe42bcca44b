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
package io.github.camelhelpdesk.channelio.consumer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.model.ChannelioBot;
import io.github.camelhelpdesk.channelio.model.ChannelioFile;
import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.transform.NeutralMessages;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageVersion;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;

/** Makes batches for the consumer of what a list of messages holds. */
final class SourceMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SourceMessages.class);
    /** The years 2000 and 10000: nothing was or will be written in a help desk before or after. */
    private static final long EARLIEST = 946_684_800_000L;
    private static final long LATEST = 253_402_300_800_000L;
    private static final String PRIVATE = "private";
    private static final String REMOVED = "removed";

    private final String chatId;
    private final Instant floor;
    private final People people;

    /**
     * @param chatId the conversation
     * @param floor what was written before it is left out: nothing of it is owed, and nobody need be asked who wrote it
     * @param people knows the names
     */
    SourceMessages(String chatId, Instant floor, People people) {
        this.chatId = chatId;
        this.floor = floor;
        this.people = people;
    }

    /** A batch of items, oldest first. */
    MessageBatch batch(List<Item<ChannelioMessage>> items, Instant readAt) {
        List<Instant> times = times(items, readAt);
        List<SourceMessage> messages = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!times.get(i).isBefore(floor)) {
                message(items.get(i), times.get(i), messages);
            }
        }
        Instant newest = times.stream().max(Instant::compareTo).orElse(floor);
        return new MessageBatch(messages, readAt == null ? newest : readAt);
    }

    /** When an item was written; null when it does not tell, or tells what cannot be: that would move the floor past others. */
    static Instant createdAt(Item<ChannelioMessage> item) {
        Long millis = item.isReadable() ? item.value().createdAt() : millis(item.raw().path("createdAt"));
        return millis == null || millis < EARLIEST || millis > LATEST ? null : Instant.ofEpochMilli(millis);
    }

    private static Long millis(JsonNode value) {
        return value.isNumber() && value.canConvertToLong() ? Long.valueOf(value.asLong()) : null;
    }

    /** An item that does not tell its time gets that of its older neighbour, which stays the same in later reads. */
    private static List<Instant> times(List<Item<ChannelioMessage>> items, Instant readAt) {
        Instant first = items.stream().map(SourceMessages::createdAt).filter(Objects::nonNull).findFirst()
                .orElse(readAt == null ? Instant.EPOCH : readAt);
        List<Instant> times = new ArrayList<>();
        Instant before = first;
        for (Item<ChannelioMessage> item : items) {
            Instant own = createdAt(item);
            before = own == null ? before : own;
            times.add(before);
        }
        return times;
    }

    private void message(Item<ChannelioMessage> item, Instant createdAt, List<SourceMessage> messages) {
        String problem = problem(item);
        String id = item.isReadable() ? item.value().id() : item.raw().path("id").asText("");
        if (id == null || id.isBlank()) {
            LOG.warn("A message of userChat {} has no id and is left out: {}", chatId, problem);
        } else if (problem == null) {
            messages.add(readable(item.value().of(chatId), createdAt));
        } else {
            messages.add(unreadable(id, item, createdAt, problem));
        }
    }

    private static String problem(Item<ChannelioMessage> item) {
        if (!item.isReadable()) {
            return item.problem();
        }
        return createdAt(item) == null ? "createdAt is missing, or no time" : null;
    }

    private SourceMessage readable(ChannelioMessage message, Instant createdAt) {
        AuthorType type = message.authorType();
        ChannelioUser customer = people.customerOf(chatId);
        Map<String, Object> headers = headers(message.id());
        headers.put(ChannelioConstants.STATE, message.state());
        headers.put(ChannelioConstants.AUTHOR, author(message, type));
        if (customer != null) {
            headers.put(ChannelioConstants.USER_ID, customer.id());
            headers.put(ChannelioConstants.USER, customer);
        }
        return new SourceMessage(message.id(), createdAt, type, message.hasOption(PRIVATE), message, headers, null,
                version(message), isRemoved(message) && NeutralMessages.marker(message) != null);
    }

    private static String version(ChannelioMessage message) {
        return MessageVersion.of(message.plainText(), HelpdeskJson.mapper().valueToTree(message.blocks()).toString(),
                message.files().stream().map(ChannelioFile::id).toList(), isRemoved(message), message.editedAt());
    }

    private static boolean isRemoved(ChannelioMessage message) {
        return REMOVED.equals(message.state());
    }

    private SourceMessage unreadable(String id, Item<ChannelioMessage> item, Instant createdAt, String problem) {
        Object body = item.isReadable() ? HelpdeskJson.mapper().valueToTree(item.value()) : item.raw();
        AuthorType type = item.isReadable() ? item.value().authorType() : type(item.raw());
        boolean isPrivate = item.isReadable() ? item.value().hasOption(PRIVATE) : isPrivate(item.raw());
        return new SourceMessage(id, createdAt, type, isPrivate, body, headers(id), problem, null);
    }

    /** Whatever cannot be told counts as a customer's: it must come through, and a person looks at it. */
    private static AuthorType type(JsonNode raw) {
        if (raw.path("log").isObject()) {
            return AuthorType.SYSTEM;
        }
        return switch (raw.path("personType").asText("").toLowerCase(Locale.ROOT)) {
            case "manager", "account" -> AuthorType.AGENT;
            case "bot" -> AuthorType.BOT;
            default -> AuthorType.CUSTOMER;
        };
    }

    /** What is not clearly public is taken for a note: it must not reach a customer. */
    private static boolean isPrivate(JsonNode raw) {
        JsonNode options = raw.path("options");
        if (!options.isArray()) {
            return !options.isMissingNode() && !options.isNull();
        }
        for (JsonNode option : options) {
            if (PRIVATE.equals(option.asText())) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Object> headers(String id) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ChannelioConstants.USER_CHAT_ID, chatId);
        headers.put(ChannelioConstants.MESSAGE_ID, id);
        return headers;
    }

    private Author author(ChannelioMessage message, AuthorType type) {
        String id = message.personId() == null || message.personId().isBlank() ? null : message.personId();
        if (id != null && type == AuthorType.CUSTOMER) {
            ChannelioUser user = people.user(id);
            return user == null ? new Author(type, id, null, null, null)
                    : new Author(type, id, user.name(), user.email(), user.mobileNumber());
        }
        if (id != null && type == AuthorType.AGENT) {
            ChannelioManager manager = people.manager(id);
            return manager == null ? new Author(type, id, null, null, null)
                    : new Author(type, id, manager.name(), manager.email(), manager.mobileNumber());
        }
        ChannelioBot bot = id != null && type == AuthorType.BOT ? people.bot(id) : null;
        return new Author(type, id, bot == null ? null : bot.name(), null, null);
    }
}
