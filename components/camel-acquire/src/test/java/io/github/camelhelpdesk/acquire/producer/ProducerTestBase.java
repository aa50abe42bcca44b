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
package io.github.camelhelpdesk.acquire.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.github.camelhelpdesk.acquire.AcquireComponent;
import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.junit.Simulate;

/** A simulated Acquire, and a Camel context that calls it and does not try again. */
abstract class ProducerTestBase {

    @Simulate
    AcquireSimulator acquire;
    DefaultCamelContext context;
    AcquireConfiguration options;
    ProducerTemplate template;

    @BeforeEach
    void startContext() {
        context = new DefaultCamelContext();
        options = context.getComponent("acquire", AcquireComponent.class).getConfiguration();
        options.setBaseUrl(acquire.baseUrl());
        options.setAccount(AcquireSimulator.ACCOUNT);
        options.setApiKey(acquire.apiKey());
        options.setMailFrom(AcquireSimulator.MAIL_ADDRESS);
        options.setSmsFrom(AcquireSimulator.PHONE_NUMBER);
        options.setMaxRetries(0);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    Exchange request(String uri, Object body, Map<String, Object> headers) {
        return template.request("acquire:" + uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** Calls an operation that has to succeed. */
    Exchange call(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = request(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    /** Calls an operation that has to fail. */
    Exception failing(String uri, Object body, Map<String, Object> headers) {
        Exception exception = request(uri, body, headers).getException();
        assertThat(exception).isNotNull();
        return exception;
    }

    static Map<String, Object> to(String thread) {
        return Map.of(HelpdeskConstants.CONVERSATION_ID, thread);
    }

    static Map<String, Object> to(String thread, Map<String, Object> more) {
        Map<String, Object> headers = new HashMap<>(more);
        headers.put(HelpdeskConstants.CONVERSATION_ID, thread);
        return headers;
    }

    AcquireMessage last(String thread) {
        var messages = acquire.messages(thread);
        return messages.get(messages.size() - 1);
    }
}
