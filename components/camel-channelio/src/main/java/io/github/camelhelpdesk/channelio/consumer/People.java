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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.UserChatAnswer;
import io.github.camelhelpdesk.channelio.client.UserChatsPage;
import io.github.camelhelpdesk.channelio.model.ChannelioBot;
import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Who is who: messages carry ids only. What the lists tell is kept, the rest is asked for and kept for a quarter of an hour; of
 * each kind the 10,000 last used are kept. A name is not worth a pause: who cannot be read three times has none for that time.
 */
final class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final int MOST = 10_000;
    private static final int MOST_FAILURES = 3;
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final Supplier<ChannelioClient> client;
    private final Kept<String> userOfChat = new Kept<>();
    private final Kept<ChannelioUser> users = new Kept<>();
    private final Kept<ChannelioManager> managers = new Kept<>();
    private final Kept<ChannelioBot> bots = new Kept<>();

    People(Supplier<ChannelioClient> client) {
        this.client = client;
    }

    /** Takes in what a list of conversations tells. */
    void learn(UserChatsPage page) {
        page.items().stream().filter(Item::isReadable).map(Item::value).forEach(this::learn);
        page.users().stream().filter(Item::isReadable).map(Item::value).forEach(user -> users.put(user.id(), user));
        page.managers().stream().filter(Item::isReadable).map(Item::value)
                .forEach(manager -> managers.put(manager.id(), manager));
    }

    /** Takes in what a list of messages tells. */
    void learn(MessagesPage page) {
        page.bots().stream().filter(Item::isReadable).map(Item::value).forEach(bot -> bots.put(bot.id(), bot));
    }

    private void learn(ChannelioUserChat chat) {
        userOfChat.put(chat.id(), chat.userId());
    }

    /** The customer of a conversation; null when there is none. */
    ChannelioUser customerOf(String chatId) {
        String userId = userOfChat.get(chatId, () -> {
            UserChatAnswer answer = client.get().userChat(chatId);
            if (answer.user() != null) {
                users.put(answer.user().id(), answer.user());
            }
            return answer.userChat().userId();
        });
        return userId == null || userId.isBlank() ? null : user(userId);
    }

    /** A user; null when it is gone. */
    ChannelioUser user(String userId) {
        return users.get(userId, () -> client.get().user(userId));
    }

    /** A manager; null when it is gone. */
    ChannelioManager manager(String managerId) {
        return managers.get(managerId, () -> client.get().manager(managerId));
    }

    /** A bot; null when no list has named it. */
    ChannelioBot bot(String botId) {
        return bots.get(botId, () -> null);
    }

    private record Fact<T>(T value, long sinceNanos) {
    }

    private static final class Kept<T> {

        private final Map<String, Fact<T>> entries = new LastUsed<>();
        private final Map<String, Integer> failures = new LastUsed<>();

        synchronized void put(String id, T value) {
            if (id != null && value != null) {
                entries.put(id, new Fact<>(value, System.nanoTime()));
            }
        }

        T get(String id, Supplier<T> question) {
            Fact<T> known = known(id);
            if (known == null || System.nanoTime() - known.sinceNanos > FRESH_NANOS) {
                known = new Fact<>(ask(id, question, known), System.nanoTime());
                keep(id, known);
            }
            return known.value;
        }

        private synchronized Fact<T> known(String id) {
            return entries.get(id);
        }

        private synchronized void keep(String id, Fact<T> entry) {
            entries.put(id, entry);
            failures.remove(id);
        }

        /** Who is gone, or cannot be read, has no name; that must not hold back what he wrote. */
        private T ask(String id, Supplier<T> question, Fact<T> outdated) {
            try {
                return question.get();
            } catch (HelpdeskException e) {
                if (e.statusCode() == 404 || e.statusCode() == 410) {
                    return null;
                }
                if (e.outcome() == Outcome.NOT_SENT || !isLastFailure(id)) {
                    throw e;
                }
                LOG.warn("A message comes without what cannot be read about a person: {}", e.getMessage());
                return outdated == null ? null : outdated.value;
            }
        }

        private synchronized boolean isLastFailure(String id) {
            return failures.merge(id, 1, Integer::sum) >= MOST_FAILURES;
        }
    }

    private static final class LastUsed<T> extends LinkedHashMap<String, T> {

        private static final long serialVersionUID = 1L;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    }
}
