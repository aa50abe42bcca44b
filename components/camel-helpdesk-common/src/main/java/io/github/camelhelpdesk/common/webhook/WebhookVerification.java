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

import java.util.Optional;

/** Decides whether a request comes from the provider. */
@FunctionalInterface
public interface WebhookVerification {

    /**
     * Verifies a request.
     *
     * @param request the request
     * @param secrets what only the provider and we know
     * @return the delivery, or nothing when the request proves nothing or is too old
     */
    Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets);
}
