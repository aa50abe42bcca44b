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
package io.github.camelhelpdesk.channelio.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.camelhelpdesk.channelio.model.ChannelioWebhook;
import io.github.camelhelpdesk.channelio.model.ChannelioWebhookRequest;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;

/** The calls about webhooks. */
public final class WebhookCalls {

    private static final String WEBHOOKS = "/webhooks";
    private static final int MOST_ITEMS = 500;

    private final ChannelioCalls calls;

    WebhookCalls(ChannelioCalls calls) {
        this.calls = calls;
    }

    /** All webhooks of the channel, of which there are at most 10. */
    public List<ChannelioWebhook> list() {
        HttpCall call = HttpCall.get(WEBHOOKS);
        Pages<WebhooksPage> pages = new Pages<>(call.toString(), null, MOST_ITEMS,
                (cursor, limit) -> calls.send(ChannelioCalls.page(call, cursor, limit), WebhooksPage.class));
        List<ChannelioWebhook> found = new ArrayList<>();
        for (HttpAnswer<WebhooksPage> page = pages.next(); page != null; page = pages.next()) {
            page.body().items().stream().map(Item::value).filter(Objects::nonNull).forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** Registers a webhook; 422 when its name is taken or there are 10. */
    public ChannelioWebhook create(ChannelioWebhookRequest request) {
        return webhook(HttpCall.post(WEBHOOKS, request));
    }

    /** Changes a webhook. */
    public ChannelioWebhook update(String id, ChannelioWebhookRequest request) {
        return webhook(new HttpCall("PATCH", path(id), List.of(), request));
    }

    /** Removes a webhook. */
    public void delete(String id) {
        calls.send(HttpCall.delete(path(id)), Void.class);
    }

    private static String path(String id) {
        return WEBHOOKS + "/" + HttpCall.segment(id);
    }

    private ChannelioWebhook webhook(HttpCall call) {
        ChannelioWebhook webhook = calls.send(call, WebhookAnswer.class).body().webhook();
        call.requireAnswered(webhook != null && webhook.id() != null, "a webhook with an id");
        return webhook;
    }

    private record WebhookAnswer(ChannelioWebhook webhook) {
    }
}
