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
package io.github.camelhelpdesk.chatwoot.client;

import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;

import io.github.camelhelpdesk.chatwoot.client.ChatwootCalls.Payload;
import io.github.camelhelpdesk.chatwoot.model.ChatwootInbox;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about inboxes. */
public final class InboxCalls {

    private final ChatwootCalls calls;

    InboxCalls(ChatwootCalls calls) {
        this.calls = calls;
    }

    /** All inboxes that the token's owner sees. */
    public List<ChatwootInbox> list() {
        return calls.payload(HttpCall.get(calls.path("/inboxes")), new TypeReference<Payload<List<ChatwootInbox>>>() {
        }, List.of());
    }
}
