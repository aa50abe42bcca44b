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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;
import java.util.List;

import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/**
 * In which order the account lists messages, which is not documented: it is seen from the times of neighbours, most of which
 * agree even where some are back-dated, and else from their ids. Until it is seen, it is taken for that of the documentation's
 * examples, the oldest first.
 */
final class MessageOrder {

    /** A part that says less may owe it to back-dated messages. */
    private static final int CLEAR = 3;

    private volatile boolean newestFirst;

    /** What is believed of lists that were not looked at yet. */
    boolean isNewestFirst() {
        return newestFirst;
    }

    /** Looks at a part; whether its list has the newest first. */
    boolean learn(Part<SignalzenMessage> part) {
        int vote = vote(part.items());
        if (Math.abs(vote) >= CLEAR) {
            newestFirst = vote < 0;
        }
        return vote == 0 ? newestFirst : vote < 0;
    }

    /** Above zero for the oldest first, below for the newest first. */
    private static int vote(List<Item<SignalzenMessage>> items) {
        int times = 0;
        int ids = 0;
        for (int i = 1; i < items.size(); i++) {
            times += compare(SourceMessages.createdAt(items.get(i)), SourceMessages.createdAt(items.get(i - 1)));
            ids += Long.signum(SourceMessages.number(items.get(i)) - SourceMessages.number(items.get(i - 1)));
        }
        return times == 0 ? ids : times;
    }

    private static int compare(Instant later, Instant earlier) {
        return later == null || earlier == null ? 0 : Integer.signum(later.compareTo(earlier));
    }
}
