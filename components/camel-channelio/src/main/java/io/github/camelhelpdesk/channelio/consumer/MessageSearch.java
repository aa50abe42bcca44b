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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/** Looks for single messages, from the newest back: the API has no call that gives one. */
final class MessageSearch {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSearch.class);
    private static final int MOST_PAGES = 20;

    private final String chatId;
    private final Pages<MessagesPage> pages;
    private final SourceMessages messages;
    private final People people;

    MessageSearch(String chatId, Pages<MessagesPage> pages, SourceMessages messages, People people) {
        this.chatId = chatId;
        this.pages = pages;
        this.messages = messages;
        this.people = people;
    }

    /** The messages that were found, oldest first. */
    MessageBatch find(Set<String> messageIds) {
        Set<String> missing = new HashSet<>(messageIds);
        List<Item<ChannelioMessage>> found = new ArrayList<>();
        Instant readAt = null;
        int read = 0;
        for (; read < MOST_PAGES && !missing.isEmpty(); read++) {
            HttpAnswer<MessagesPage> page = pages.next();
            if (page == null) {
                break;
            }
            readAt = readAt == null ? page.date() : readAt;
            people.learn(page.body());
            page.body().items().stream().filter(item -> item.isReadable() && missing.remove(item.value().id()))
                    .forEach(found::add);
        }
        if (!missing.isEmpty()) {
            giveUp(missing, read);
        }
        Collections.reverse(found);
        return messages.batch(found, readAt);
    }

    private void giveUp(Set<String> missing, int read) {
        if (pages.cursor() == null) {
            LOG.debug("Messages {} are not in userChat {}", missing, chatId);
        } else {
            LOG.warn("Messages {} of userChat {} may have been edited or removed, but are not among the newest {} pages: not"
                    + " looked for further, a reconcile finds them", missing, chatId, read);
        }
    }
}
