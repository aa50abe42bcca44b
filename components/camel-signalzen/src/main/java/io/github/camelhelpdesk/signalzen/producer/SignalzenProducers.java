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
package io.github.camelhelpdesk.signalzen.producer;

import org.apache.camel.Producer;

import io.github.camelhelpdesk.signalzen.SignalzenEndpoint;

/** Which class does which operation. */
public final class SignalzenProducers {

    private SignalzenProducers() {
    }

    /** The producer for the operation of an endpoint. */
    public static Producer create(SignalzenEndpoint endpoint) {
        return switch (endpoint.getOperation()) {
            case listMessages -> new ListMessagesProducer(endpoint);
            case getMessage -> new GetMessageProducer(endpoint);
            case listUsers -> new ListUsersProducer(endpoint);
            case getUser -> new GetUserProducer(endpoint);
            case messages, conversations ->
                throw new IllegalArgumentException("signalzen:" + endpoint.getOperation() + " is a consumer");
        };
    }
}
