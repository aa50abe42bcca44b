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
package io.github.camelhelpdesk.common;

import java.time.Duration;

/**
 * What the sync needs of a provider beyond its endpoints: each provider's component implements it. All calls may use the
 * network and throw {@link HelpdeskException}.
 */
public interface HelpdeskSide {

    /** Scheme of the provider, as in the {@code provider} field of the neutral message. */
    String provider();

    /** The account's lasting identity: it outlives credentials and routing and is never derived from a secret. */
    String account();

    /** How long a request whose answer was lost may still take effect at the provider. */
    Duration settleTime();

    /** Longest time that a request of this component is waited for, as a whole. */
    Duration responseTimeout();

    /**
     * Checks that messages can be delivered to this side.
     *
     * @throws IllegalArgumentException when an option must be changed; says which
     * @throws HelpdeskException when the provider refuses or cannot be reached
     */
    void checkTarget();

    /**
     * Finds the conversation that stands for a conversation of another side, or creates it. It looks before it creates, by
     * {@link ConversationRequest#key()}, so that calling it again after a crash or an unclear answer makes no second one.
     *
     * @return the id of the conversation at this provider
     * @throws NotFoundYetException when the request is in doubt and an earlier creation may still land
     */
    String openConversation(ConversationRequest request);
}
