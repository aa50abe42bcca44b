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

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;

import io.github.camelhelpdesk.chatwoot.client.ChatwootCalls.Payload;
import io.github.camelhelpdesk.chatwoot.model.ChatwootWebhook;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about webhooks; administrators only. */
public final class WebhookCalls {

    private static final String WEBHOOKS = "/webhooks";

    private final ChatwootCalls calls;

    WebhookCalls(ChatwootCalls calls) {
        this.calls = calls;
    }

    /** All webhooks of the account; administrators only. */
    public List<ChatwootWebhook> list() {
        HttpCall call = HttpCall.get(calls.path(WEBHOOKS));
        Webhooks found = calls.payload(call, new TypeReference<Payload<Webhooks>>() {
        }, new Webhooks(null));
        ChatwootCalls.requireList(call, found.webhooks != null, "payload.webhooks");
        return found.webhooks;
    }

    /** Registers a webhook; refused with 422 when there is one of that address. Administrators only. */
    public ChatwootWebhook create(String url, Collection<String> subscriptions) {
        return webhook(HttpCall.post(calls.path(WEBHOOKS), Map.of("url", url, "subscriptions", subscriptions)));
    }

    /** Changes what a webhook is called for; administrators only. */
    public ChatwootWebhook update(String id, String url, Collection<String> subscriptions) {
        return webhook(new HttpCall("PATCH", path(id), List.of(), Map.of("url", url, "subscriptions", subscriptions)));
    }

    /** Removes a webhook; administrators only. */
    public void delete(String id) {
        calls.send(HttpCall.delete(path(id)), Void.class);
    }

    private String path(String id) {
        return calls.path(WEBHOOKS + "/" + id);
    }

    private ChatwootWebhook webhook(HttpCall call) {
        NewWebhook answer = calls.payload(call, new TypeReference<Payload<NewWebhook>>() {
        }, new NewWebhook(null));
        ChatwootCalls.requireId(call, answer.webhook == null ? null : answer.webhook.id());
        return answer.webhook;
    }

    private record Webhooks(List<ChatwootWebhook> webhooks) {
    }

    private record NewWebhook(ChatwootWebhook webhook) {
    }
}
