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
package io.github.camelhelpdesk.acquire.client;

import java.util.List;

import io.github.camelhelpdesk.acquire.model.AcquireWebhook;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;

/** The calls about webhooks. */
public final class WebhookCalls {

    private static final String WEBHOOKS = "/webhook";

    private final AcquireCalls calls;

    WebhookCalls(AcquireCalls calls) {
        this.calls = calls;
    }

    /** All webhooks of the account. */
    public List<AcquireWebhook> list() {
        return calls.list(HttpCall.get(WEBHOOKS), AcquireWebhook.class).body().items().stream().filter(Item::isReadable)
                .map(Item::value).toList();
    }

    /** Registers a webhook. */
    public AcquireWebhook create(Object request) {
        return webhook(HttpCall.post(WEBHOOKS, request));
    }

    /** Changes a webhook. */
    public AcquireWebhook update(String id, Object request) {
        return webhook(HttpCall.put(path(id), request));
    }

    /** Removes a webhook. */
    public void delete(String id) {
        calls.send(HttpCall.delete(path(id)));
    }

    private static String path(String id) {
        return WEBHOOKS + "/" + HttpCall.segment(id);
    }

    private AcquireWebhook webhook(HttpCall call) {
        AcquireWebhook webhook = calls.single(call, AcquireWebhook.class);
        call.requireAnswered(webhook.id() != null, "a webhook with an id");
        return webhook;
    }
}
