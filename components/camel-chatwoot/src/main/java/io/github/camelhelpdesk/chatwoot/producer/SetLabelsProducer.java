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
package io.github.camelhelpdesk.chatwoot.producer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;

/** Replaces the labels of a conversation. */
final class SetLabelsProducer extends ChatwootProducer {

    SetLabelsProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        return getEndpoint().client().conversations().setLabels(conversationId(exchange), labels(exchange));
    }

    private List<String> labels(Exchange exchange) {
        Object value = ownHeader(exchange, ChatwootConstants.LABELS, Object.class);
        if (value == null) {
            throw new IllegalArgumentException("setLabels does not know which: set the header " + ChatwootConstants.LABELS
                    + " to all labels that the conversation shall have, or to an empty text for none");
        }
        Stream<String> names = value instanceof Collection<?> collection ? collection.stream().map(String::valueOf)
                : Arrays.stream(value.toString().split(","));
        return names.map(String::trim).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
