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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.UserChatsPage;
import io.github.camelhelpdesk.common.http.HttpAnswer;

/** One walk through the lists of all states, a few pages with each poll, so that no poll uses up the account's limit. */
final class ConversationSweep {

    private static final int PAGE = 500;
    private static final int PAGES_PER_POLL = 10;

    private final Instant began;
    private final Deque<ChatList> rest = new ArrayDeque<>();
    private boolean isComplete = true;

    /**
     * @param client makes the calls
     * @param began the provider's clock when the heads of the lists were read; null when not known
     * @param heads the lists, their heads read
     */
    ConversationSweep(ChannelioClient client, Instant began, List<ChatList> heads) {
        this.began = began;
        for (ChatList head : heads) {
            isComplete &= !head.isBroken();
            if (head.cursor() != null) {
                rest.add(new ChatList(client, head.state(), head.cursor(), PAGE));
            }
        }
    }

    /** Reads on; true when everything has been read. */
    boolean goOn(Consumer<HttpAnswer<UserChatsPage>> taker) {
        for (int i = 0; i < PAGES_PER_POLL && !rest.isEmpty(); i++) {
            ChatList list = rest.peek();
            HttpAnswer<UserChatsPage> page = list.next();
            if (page != null) {
                taker.accept(page);
            }
            if (list.cursor() == null) {
                isComplete &= !list.isBroken();
                rest.remove();
            }
        }
        return rest.isEmpty();
    }

    /** Everything that changed before it has been seen; null when that cannot be said. */
    Instant mark() {
        return isComplete ? began : null;
    }
}
