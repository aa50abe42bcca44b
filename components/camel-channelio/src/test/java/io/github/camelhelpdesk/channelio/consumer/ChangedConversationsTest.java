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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.hc.core5.http.NameValuePair;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Transport;

/** Lists in the worst order: by age, so that a change shows nowhere near the head. */
class ChangedConversationsTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private final Lists lists = new Lists();
    private final ChannelioClient client = new ChannelioClient(lists);
    private long nanos;
    private final ChangedConversations changes = new ChangedConversations(() -> client, new People(() -> client), () -> nanos);

    @Test
    void firstPollReadsAllListsAndMovesTheMark() {
        lists.open(250);
        Changes first = changes.since(START);
        assertThat(first.conversations()).hasSize(250);
        assertThat(first.mark()).isEqualTo(lists.now);
    }

    @Test
    void changeOfAnOldConversationIsFoundByTheNextSweepAlthoughTheMarkWaited() {
        lists.open(250);
        changes.since(START);
        lists.change(240);
        Instant changed = lists.now;
        lists.now = lists.now.plusSeconds(600);
        assertThat(ids(changes.since(START))).isEmpty();
        lists.change(0);
        Changes head = changes.since(START);
        assertThat(ids(head)).containsExactly("c0");
        assertThat(head.mark()).isNull();
        nanos += TimeUnit.MINUTES.toNanos(15);
        Changes swept = changes.since(changed.minusSeconds(60));
        assertThat(ids(swept)).contains("c240");
        assertThat(swept.mark()).isEqualTo(lists.now);
    }

    @Test
    void sweepOfManyConversationsIsSpreadOverPollsAndTheMarkWaitsForItsEnd() {
        lists.open(12_000);
        int most = 0;
        int polls = 0;
        List<String> found = new ArrayList<>();
        Instant begin = lists.now;
        for (Instant mark = null; mark == null; polls++) {
            lists.requests = 0;
            lists.now = lists.now.plusSeconds(5);
            begin = polls == 0 ? lists.now : begin;
            Changes poll = changes.since(START);
            found.addAll(ids(poll));
            mark = poll.mark();
            most = Math.max(most, lists.requests);
            if (mark != null) {
                assertThat(mark).isEqualTo(begin);
            }
        }
        assertThat(polls).isGreaterThan(1);
        assertThat(most).isLessThanOrEqualTo(6 + 3 + 10);
        assertThat(found).hasSize(12_000).doesNotHaveDuplicates();
    }

    @Test
    void whatWasFoundBeforeAFailureComesWithTheNextPoll() {
        lists.open(5);
        lists.failingState = "snoozed";
        assertThatThrownBy(() -> changes.since(START)).isInstanceOf(NotSentException.class);
        lists.failingState = null;
        Changes next = changes.since(START);
        assertThat(ids(next)).hasSize(5);
        assertThat(next.mark()).isNotNull();
    }

    @Test
    void cursorThatRepeatsEndsTheListButNotThePollAndTheMarkStays() {
        lists.open(1_000);
        lists.isStuck = true;
        Changes first = changes.since(START);
        assertThat(ids(first)).contains("c0", "c99").hasSizeLessThan(1_000);
        assertThat(first.mark()).isNull();
        assertThat(lists.requests).isLessThan(20);
    }

    @Test
    void idlePollsReadOnePageOfEachState() {
        lists.open(250);
        changes.since(START);
        lists.requests = 0;
        assertThat(ids(changes.since(START))).isEmpty();
        assertThat(lists.requests).isEqualTo(6);
    }

    @Test
    void conversationWithAMalformedFieldIsFoundAllTheSame() {
        lists.open(1);
        lists.extra = ",\"tags\":\"not a list\"";
        assertThat(ids(changes.since(START))).containsExactly("c0");
    }

    private static List<String> ids(Changes changes) {
        return changes.conversations().stream().map(ConversationChange::conversationId).toList();
    }

    /** Opened conversations c0, c1, ... in that order whatever changes; the cursor is the offset. */
    private static final class Lists implements Transport {

        private Instant now = START.plus(Duration.ofHours(1));
        private final List<Instant> opened = new ArrayList<>();
        private int requests;
        private String failingState;
        private boolean isStuck;
        private String extra = "";

        void open(int count) {
            for (int i = 0; i < count; i++) {
                opened.add(START.plusSeconds(1));
            }
        }

        void change(int index) {
            opened.set(index, now);
        }

        @Override
        public <T> HttpAnswer<T> send(HttpCall call, JavaType type) {
            requests++;
            Map<String, String> query = new HashMap<>(call.query().stream()
                    .collect(Collectors.toMap(NameValuePair::getName, NameValuePair::getValue)));
            if (query.get("state").equals(failingState)) {
                throw new NotSentException("our own budget is used up", 0, Duration.ofMillis(100), null);
            }
            String json = query.get("state").equals("opened") ? page(query) : "{\"userChats\":[]}";
            try {
                return new HttpAnswer<>(200, now, HelpdeskJson.mapper().readValue(json, type));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private String page(Map<String, String> query) {
            int from = Integer.parseInt(query.getOrDefault("since", "0"));
            int to = Math.min(opened.size(), from + Integer.parseInt(query.get("limit")));
            StringBuilder chats = new StringBuilder();
            for (int i = from; i < to; i++) {
                chats.append(i == from ? "" : ",").append("{\"id\":\"c").append(i).append("\",\"deskUpdatedAt\":")
                        .append(opened.get(i).toEpochMilli()).append(extra).append('}');
            }
            String next = to == opened.size() ? "" : "\"next\":\"" + (isStuck ? 100 : to) + "\",";
            return "{" + next + "\"userChats\":[" + chats + "]}";
        }
    }
}
