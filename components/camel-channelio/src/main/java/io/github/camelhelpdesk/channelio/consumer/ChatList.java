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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.client.UserChatsPage;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.http.HttpAnswer;

/** The conversations in one state, page by page. A cursor that is refused, or goes round in circles, ends the list early. */
final class ChatList {

    private static final Logger LOG = LoggerFactory.getLogger(ChatList.class);

    private final String state;
    private final Pages<UserChatsPage> pages;
    private boolean isBroken;

    ChatList(ChannelioClient client, String state, String cursor, int size) {
        this.state = state;
        this.pages = new Pages<>("The list of " + state + " userChats", cursor, size,
                (since, limit) -> client.userChats().list(state, since, limit));
    }

    /** The next page, null when there is none. */
    HttpAnswer<UserChatsPage> next() {
        try {
            return isBroken ? null : pages.next();
        } catch (HelpdeskException e) {
            if (e.concernsAccount() || pages.cursor() == null) {
                throw e;
            }
            LOG.warn("Cannot look through all userChats, so that changes of old ones may show late: {}", e.getMessage());
            isBroken = true;
            return null;
        }
    }

    String state() {
        return state;
    }

    /** Where the next page begins; null when there is none. */
    String cursor() {
        return isBroken ? null : pages.cursor();
    }

    /** Whether it ended before its end. */
    boolean isBroken() {
        return isBroken;
    }
}
