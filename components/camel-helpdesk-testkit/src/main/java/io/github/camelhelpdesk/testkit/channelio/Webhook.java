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
package io.github.camelhelpdesk.testkit.channelio;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A registered webhook (channelio.md, section 6). */
final class Webhook {

    static final String MESSAGES = "message.created.userChat";
    static final String OPENED = "userChat.opened";
    /** Not in the vendor's description, and in use by the vendor's own n8n node. */
    static final String ALL = "*";
    static final Set<String> SCOPES = Set.of(OPENED, MESSAGES, "message.created.teamChat", "lead.upserted.contact",
            "lead.upserted.subscription", "lead.deleted", "member.upserted.contact", "member.upserted.subscription",
            "member.deleted", ALL);

    private static final int MOST = 10;
    private static final int FAILURES_TO_BLOCK = 100;

    final String id;
    final String token = UUID.randomUUID().toString().replace("-", "");
    final Instant createdAt;
    String name;
    String url;
    String apiVersion = "v5";
    List<String> scopes = List.of();
    boolean blocked;
    private Instant lastBlockedAt;
    private int failuresInARow;

    Webhook(String id, String name, String url, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.url = url;
        this.createdAt = createdAt;
    }

    /** Why a webhook cannot have this name; another one than itself has it, or a new one would be one too many. */
    static Optional<String> reasonAgainst(ChannelioState state, String name, Webhook self) {
        if (state.webhooks.values().stream().anyMatch(webhook -> webhook != self && webhook.name.equals(name))) {
            return Optional.of("is already used");
        }
        return self == null && state.webhooks.size() >= MOST ? Optional.of("must be of " + MOST + " webhooks at most")
                : Optional.empty();
    }

    boolean wants(String scope) {
        return !blocked && (scopes.contains(scope) || scopes.contains(ALL));
    }

    URI address() {
        return URI.create(url + (url.contains("?") ? "&" : "?") + "token=" + token);
    }

    /** No answer at all counts as a failure too, which is assumed. */
    void answered(int status, Instant now) {
        failuresInARow = status == 0 || status >= 400 ? failuresInARow + 1 : 0;
        if (failuresInARow >= FAILURES_TO_BLOCK && !blocked) {
            blocked = true;
            lastBlockedAt = now;
        }
    }

    void unblock() {
        blocked = false;
        failuresInARow = 0;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("channelId", ChannelioState.CHANNEL).put("name", name)
                .put("url", url).put("token", token).put("createdAt", createdAt.toEpochMilli()).put("apiVersion", apiVersion)
                .put("blocked", blocked);
        json.set("scopes", Json.texts(scopes));
        if (lastBlockedAt != null) {
            json.put("lastBlockedAt", lastBlockedAt.toEpochMilli());
        }
        return json;
    }
}
