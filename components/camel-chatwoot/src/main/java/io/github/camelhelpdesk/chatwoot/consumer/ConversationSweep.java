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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.chatwoot.client.ConversationPage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Goes through the conversations page by page: all of them, oldest first, when everything is asked for, else by last activity,
 * newest first, as far back as asked. A conversation that moves to the front meanwhile shows up twice, and is seen again at the
 * next poll. One that vanishes pulls the later ones forward over the edge of a page: then the sweep begins anew.
 */
final class ConversationSweep {

    private static final int MOST_RESTARTS = 10;
    /** Activity is given in whole seconds. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Pages pages;
    private final ProviderClock clock;
    private final Instant since;
    private final boolean everything;
    private final Map<String, ConversationChange> found = new LinkedHashMap<>();
    private Instant begin;
    private int number = 1;
    private long count;
    private int restarts;

    /** Gives a page by its number, from 1. */
    interface Pages {
        ConversationPage page(String sortBy, int number);
    }

    ConversationSweep(Pages pages, ProviderClock clock, Instant since) {
        this.pages = pages;
        this.clock = clock;
        this.since = since;
        this.everything = since.isBefore(Instant.EPOCH.plus(Duration.ofDays(1)));
    }

    /** Reads all pages. */
    Changes run() {
        goOn(Integer.MAX_VALUE);
        return changes();
    }

    /** What was found; everything there is once the last page has been read. */
    Changes changes() {
        return new Changes(List.copyOf(found.values()), begin);
    }

    /** Reads some pages; true when the last one has been read. After an exception it can be called again. */
    boolean goOn(int most) {
        for (int i = 0; i < most; i++) {
            begin = number == 1 ? clock.now() : begin;
            ConversationPage page = pages.page(everything ? "created_at_asc" : "last_activity_at_desc", number);
            if (page.allCount() < count) {
                beginAnew();
                continue;
            }
            count = page.allCount();
            ChangedConversations.changes(page.conversations(), clock.now())
                    .forEach(change -> found.merge(change.conversationId(), change, ConversationSweep::later));
            if (page.conversations().isEmpty() || number > count + 1 || !everything && reachesBack(page)) {
                return true;
            }
            number++;
        }
        return false;
    }

    private void beginAnew() {
        if (++restarts >= MOST_RESTARTS) {
            throw new HelpdeskException("GET /conversations: conversations vanish faster than the list can be read",
                    Outcome.UNCLEAR, 0, null, false, null);
        }
        found.clear();
        number = 1;
        count = 0;
    }

    private boolean reachesBack(ConversationPage page) {
        return page.conversations().stream().filter(Item::isReadable).map(Item::value)
                .map(ChatwootConversation::lastActivityAt)
                .anyMatch(activity -> activity != null && activity.isBefore(since.minus(SECOND)));
    }

    private static ConversationChange later(ConversationChange one, ConversationChange other) {
        return one.changedAt().isAfter(other.changedAt()) ? one : other;
    }
}
