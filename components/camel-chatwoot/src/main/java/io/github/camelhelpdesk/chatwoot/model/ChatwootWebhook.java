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
package io.github.camelhelpdesk.chatwoot.model;

import java.util.List;

/**
 * A webhook of an account.
 *
 * @param id id of the webhook
 * @param url the address that is called
 * @param subscriptions the events it is called for
 * @param secret the key of its signatures, made by the server; null before v4.11.2
 */
public record ChatwootWebhook(Long id, String url, List<String> subscriptions, String secret) {

    public ChatwootWebhook {
        subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
    }

    /** Without secret and address, which may carry a token. */
    @Override
    public String toString() {
        return "webhook " + id;
    }
}
