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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.SignalzenEndpoint;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.client.Walk;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** The users, in SignalZen's order. */
final class ListUsersProducer extends SignalzenProducer {

    private static final Logger LOG = LoggerFactory.getLogger(ListUsersProducer.class);
    private static final int OVERLAP = 1;

    ListUsersProducer(SignalzenEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        int limit = limit(exchange);
        Map<String, SignalzenUser> users = new LinkedHashMap<>();
        Walk<SignalzenUser> walk = new OffsetList<>("The list of users", client().users()::list, SignalzenUser::id, OVERLAP)
                .up(0);
        for (Part<SignalzenUser> part = walk.next(); part != null && users.size() < limit; part = walk.next()) {
            part.items().forEach(item -> add(item, users));
        }
        return new ArrayList<>(users.values().stream().limit(limit).toList());
    }

    private static void add(Item<SignalzenUser> item, Map<String, SignalzenUser> users) {
        if (item.isReadable()) {
            users.putIfAbsent(item.value().id(), item.value());
        } else {
            LOG.warn("User {} cannot be read and is left out: {}", item.raw().path("id").asText("without id"), item.problem());
        }
    }
}
