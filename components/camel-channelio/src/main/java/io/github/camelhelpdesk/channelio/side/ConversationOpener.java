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
package io.github.camelhelpdesk.channelio.side;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.client.UserChatsPage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.channelio.model.ChannelioUserRequest;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;

/**
 * Finds or creates the conversation for a key. The customer is the user whose member id is the contact's key, so there is one
 * for all of his conversations. A conversation bears its key in its description, which is written right after it was created:
 * one without a description in which nobody has spoken yet is left over from an interrupted creation, and is adopted.
 */
public final class ConversationOpener {

    private static final String MARK = "helpdesk-sync ";
    private static final int PAGE = 100;
    private static final int FIRST_MESSAGES = 25;

    private final ChannelioClient client;

    /** @param client makes the calls */
    public ConversationOpener(ChannelioClient client) {
        this.client = client;
    }

    /**
     * Finds the conversation for a key, or creates it.
     *
     * @return its id
     * @throws NotFoundYetException when the request is in doubt and an earlier creation may still land
     */
    public String open(ConversationRequest request) {
        Instant begin = Instant.now();
        ChannelioUser user = user(request.contactKey(), request.contact());
        String mark = MARK + request.key();
        Found found = find(user.id(), mark);
        if (found.marked != null) {
            return found.marked;
        }
        String userChatId = found.adoptable;
        if (userChatId == null) {
            if (request.inDoubt() && request.notFoundFrom() != null && begin.isBefore(request.notFoundFrom())) {
                throw new NotFoundYetException("No conversation for " + request.key() + " is there, but an earlier creation may"
                        + " still land", request.notFoundFrom());
            }
            userChatId = client.userChats().create(user.id()).userChat().id();
        }
        client.userChats().describe(userChatId, mark);
        return userChatId;
    }

    /** The key that a conversation bears; empty when it bears none. */
    public Optional<String> key(String userChatId) {
        String description = client.userChats().get(userChatId).userChat().description();
        return Optional.ofNullable(description).map(String::strip).filter(text -> text.startsWith(MARK))
                .map(text -> text.substring(MARK.length())).filter(key -> !key.isBlank());
    }

    private ChannelioUser user(String memberId, Contact contact) {
        try {
            return client.users().upsert(memberId, profile(contact));
        } catch (HelpdeskException e) {
            if (e.statusCode() != 422 || contact == null) {
                throw e;
            }
            // An address that Channel.io does not accept; the customer is then known by the member id alone.
            return client.users().upsert(memberId, profile(new Contact(null, null, contact.name(), null, null)));
        }
    }

    private Found find(String userId, String mark) {
        Pages<UserChatsPage> pages = new Pages<>("The list of userChats of user " + userId, null, PAGE,
                (cursor, limit) -> client.userChats().listOfUser(userId, cursor, limit));
        String adoptable = null;
        for (HttpAnswer<UserChatsPage> page = pages.next(); page != null; page = pages.next()) {
            for (Item<ChannelioUserChat> item : page.body().items()) {
                if (mark.equals(item.isReadable() ? item.value().description() : text(item.raw(), "description"))) {
                    return new Found(item.isReadable() ? item.value().id() : text(item.raw(), "id"), null);
                }
                if (adoptable == null && item.isReadable() && isUntouched(item.value())) {
                    adoptable = item.value().id();
                }
            }
        }
        return new Found(null, adoptable);
    }

    /** One that cannot be read as a whole is there all the same. */
    private static String text(JsonNode raw, String name) {
        return raw.path(name).asText(null);
    }

    /** A bot's greeting may be there already; a message with a requestId is a copy, so the conversation is another one's. */
    private boolean isUntouched(ChannelioUserChat chat) {
        if (chat.id() == null || chat.description() != null && !chat.description().isBlank()) {
            return false;
        }
        return client.messages().list(chat.id(), "asc", null, FIRST_MESSAGES).body().items().stream()
                .allMatch(item -> item.isReadable() && isByMachine(item.value()));
    }

    private static boolean isByMachine(ChannelioMessage message) {
        boolean isPerson = message.authorType() == AuthorType.CUSTOMER || message.authorType() == AuthorType.AGENT;
        return !isPerson && message.requestId() == null;
    }

    private static ChannelioUserRequest profile(Contact contact) {
        Map<String, Object> profile = new LinkedHashMap<>();
        if (contact != null) {
            put(profile, "name", contact.name());
            put(profile, "email", contact.email());
            put(profile, "mobileNumber", contact.phone());
        }
        return new ChannelioUserRequest(profile, null, null);
    }

    private static void put(Map<String, Object> profile, String name, String value) {
        if (value != null && !value.isBlank()) {
            profile.put(name, value);
        }
    }

    private record Found(String marked, String adoptable) {
    }
}
