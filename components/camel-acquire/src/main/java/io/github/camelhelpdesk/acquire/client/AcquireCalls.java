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

import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.Transport;

/** What the calls of all resources have in common. */
final class AcquireCalls {

    private final Transport transport;
    private final AcquireConfiguration configuration;

    AcquireCalls(Transport transport, AcquireConfiguration configuration) {
        this.transport = transport;
        this.configuration = configuration;
    }

    /** Makes a call whose answer tells nothing. */
    void send(HttpCall call) {
        transport.send(call, Void.class);
    }

    HttpCall page(HttpCall call, PageRequest page) {
        HttpCall limited = call.with("limit", page.limit());
        return switch (configuration.getPaging()) {
            case page -> limited.with("page", page.number());
            case offset -> limited.with("offset", page.offset());
        };
    }

    <T> HttpAnswer<Envelope<T>> list(HttpCall call, Class<T> type) {
        HttpAnswer<Envelope<T>> answer = transport.send(call, envelope(type));
        call.requireAnswered(answer.body().isList(), "a list");
        return answer;
    }

    <T> T single(HttpCall call, Class<T> type) {
        Item<T> item = singleItem(call, type);
        call.requireAnswered(item.isReadable(), "an object of the usual shape: " + item.problem());
        return item.value();
    }

    <T> Item<T> singleItem(HttpCall call, Class<T> type) {
        HttpAnswer<Envelope<T>> answer = transport.send(call, envelope(type));
        call.requireAnswered(answer.body().items().size() == 1, "one object");
        return answer.body().items().get(0);
    }

    private static JavaType envelope(Class<?> type) {
        return HelpdeskJson.mapper().getTypeFactory().constructParametricType(Envelope.class, type);
    }
}
