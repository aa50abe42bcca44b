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
package io.github.camelhelpdesk.sync.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;

/**
 * What a consumer of conversations does: looks now and then, and tells what differs from what it last told. What it remembers
 * outlives the bridge, but for the last that it told, should it crash before it can write that down.
 */
public final class StatusFeed {

    private final FakeDesk desk;
    private final String route;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Map<String, ConversationStatus> remembered = new ConcurrentHashMap<>();

    private record Look(ConversationStatus status, Instant readAt) {
    }

    /** @param route where it tells, such as direct:in */
    public StatusFeed(FakeDesk desk, String route) {
        this.desk = desk;
        this.route = route;
    }

    /** Looks at a conversation, and tells at the next call only. */
    public synchronized void look(Bridge bridge, String conversation) {
        Look last = looks.remove(conversation);
        if (last == null) {
            Instant now = Instant.now();
            looks.put(conversation, new Look(desk.status(conversation), now));
        } else {
            told(bridge, conversation, last, true);
        }
    }

    /** Looks at a conversation, and tells. */
    public void poll(Bridge bridge, String conversation) {
        poll(bridge, conversation, true);
    }

    /** @param remembers whether it lives long enough to write down what it has told */
    public synchronized void poll(Bridge bridge, String conversation, boolean remembers) {
        Look last = looks.remove(conversation);
        if (last != null) {
            told(bridge, conversation, last, true);
        }
        Instant now = Instant.now();
        told(bridge, conversation, new Look(desk.status(conversation), now), remembers);
    }

    private void told(Bridge bridge, String conversation, Look look, boolean remembers) {
        if (look.status == remembered.getOrDefault(conversation, ConversationStatus.OPEN)) {
            return;
        }
        tell(bridge, conversation, look.status, look.readAt);
        if (remembers) {
            remembered.put(conversation, look.status);
        }
    }

    /** Tells an event, whatever there is. */
    public void tell(Bridge bridge, String conversation, ConversationStatus status) {
        tell(bridge, conversation, status, Instant.now());
    }

    private void tell(Bridge bridge, String conversation, ConversationStatus status, Instant readAt) {
        ConversationEventType event = status == ConversationStatus.CLOSED ? ConversationEventType.closed
                : ConversationEventType.opened;
        Exchange told = bridge.send(route, exchange -> {
            exchange.getIn().setBody(new HelpdeskConversation("fake", desk.account(), conversation, event, status, null,
                    List.of(), null, null, Instant.now()));
            exchange.getIn().setHeader(HelpdeskConstants.CONVERSATION_EVENT, event);
            exchange.getIn().setHeader(HelpdeskConstants.READ_AT, readAt);
        });
        if (told.getException() != null) {
            throw new IllegalStateException(told.getException());
        }
    }
}
