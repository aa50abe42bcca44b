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
package io.github.camelhelpdesk.channelio.model;

import java.util.Collection;

/**
 * What a webhook is registered with (Open API v5, {@code webhook.Webhook}).
 *
 * @param name its name, unique within the channel
 * @param url the address to call
 * @param scopes what to call it for
 * @param apiVersion shape of what it is called with
 */
public record ChannelioWebhookRequest(String name, String url, Collection<String> scopes, String apiVersion) {

    /** Without the address, which may carry a secret. */
    @Override
    public String toString() {
        return "webhook " + name;
    }
}
