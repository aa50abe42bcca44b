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
package io.github.camelhelpdesk.routes.contract;

import java.util.Map;

/** Who sees a message, and as whose. */
final class Audience {

    private Audience() {
    }

    static String of(StoredMessage copy) {
        return copy.audience() + ", as a message of "
                + (copy.author().equals("customer") ? "the customer" : copy.author() + " " + copy.authorName());
    }

    /** As whose message this kind is seen: a customer's, unless it says otherwise. */
    static RichMessage author(RichMessage kind) {
        return switch (kind) {
            case AGENT, BOT, NOTE, SYSTEM -> kind;
            case REPLY -> RichMessage.AGENT;
            default -> RichMessage.CUSTOMER;
        };
    }

    /** What a copy has that differs from what is seen of others by the same author; empty for nothing. */
    static String difference(StoredMessage copy, RichMessage kind, Map<RichMessage, CrossedMessage> messages) {
        String usual = of(messages.get(author(kind)).copies().get(0));
        return of(copy).equals(usual) ? "" : of(copy);
    }
}
