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

import com.fasterxml.jackson.core.type.TypeReference;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Transport;

/** What the calls of all resources have in common. */
final class ChatwootCalls {

    private final Transport transport;
    private final String account;

    ChatwootCalls(Transport transport, long accountId) {
        this.transport = transport;
        this.account = "/accounts/" + accountId;
    }

    <T> HttpAnswer<T> send(HttpCall call, Class<T> type) {
        return transport.send(call, type);
    }

    <T> HttpAnswer<T> send(HttpCall call, TypeReference<T> type) {
        return transport.send(call, type);
    }

    /** What an answer holds under {@code payload}, or {@code absent} when that is not there. */
    <T> T payload(HttpCall call, TypeReference<Payload<T>> type, T absent) {
        Payload<T> body = send(call, type).body();
        return body.payload == null ? absent : body.payload;
    }

    /** Path of a resource of the account. */
    String path(String resource) {
        return account + resource;
    }

    String conversationPath(String conversationId) {
        if (!conversationId.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("A Chatwoot conversation has a number, not '" + conversationId + "'");
        }
        return path("/conversations/" + conversationId);
    }

    /** Something else that answers with JSON must not look like a list without items. */
    static void requireList(HttpCall call, boolean isThere, String name) {
        if (!isThere) {
            throw new HelpdeskException(call + " was answered without " + name + "; check baseUrl", Outcome.UNCLEAR, 0, null,
                    true, null);
        }
    }

    /** An answer without the id does not tell what was done. */
    static void requireId(HttpCall call, Long id) {
        if (id == null) {
            throw new HelpdeskException(call + " was answered without the id of what was made", Outcome.UNCLEAR, 200, null,
                    true, null);
        }
    }

    record Payload<T>(T payload) {
    }
}
