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

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.common.http.Transport;

/**
 * The calls of Acquire's REST API v1 that this component makes, by resource. All of them throw
 * {@link io.github.camelhelpdesk.common.HelpdeskException}.
 */
public final class AcquireClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String API_PATH = "/api/v1";

    private final CaseCalls cases;
    private final MessageCalls messages;
    private final ContactCalls contacts;
    private final WebhookCalls webhooks;

    /**
     * @param transport makes the calls
     * @param configuration how lists are asked for, and what is spelled in several ways
     */
    public AcquireClient(Transport transport, AcquireConfiguration configuration) {
        AcquireCalls calls = new AcquireCalls(transport, configuration);
        cases = new CaseCalls(calls, configuration);
        messages = new MessageCalls(calls, configuration);
        contacts = new ContactCalls(calls);
        webhooks = new WebhookCalls(calls);
    }

    /** Cases, of which one or several are a thread. */
    public CaseCalls cases() {
        return cases;
    }

    /** What was written in cases and threads. */
    public MessageCalls messages() {
        return messages;
    }

    /** Customers. */
    public ContactCalls contacts() {
        return contacts;
    }

    /** Webhooks of the account. */
    public WebhookCalls webhooks() {
        return webhooks;
    }
}
