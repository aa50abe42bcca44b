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
package io.github.camelhelpdesk.common.webhook;

import java.util.List;
import java.util.Set;

import io.github.camelhelpdesk.common.HelpdeskException;

/** A provider's list of webhooks. All calls throw {@link HelpdeskException}. */
public interface WebhookApi {

    /** Every webhook of the account. */
    List<RegisteredWebhook> list();

    /** Registers a webhook; refused with 422 when there is one already. */
    RegisteredWebhook create(String url, Set<String> events);

    /** Changes which events a webhook is called for. */
    RegisteredWebhook update(RegisteredWebhook webhook, Set<String> events);

    /** Removes a webhook. */
    void delete(String id);
}
