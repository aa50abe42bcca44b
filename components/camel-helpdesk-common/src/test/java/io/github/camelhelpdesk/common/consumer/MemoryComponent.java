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
package io.github.camelhelpdesk.common.consumer;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultConsumer;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskComponent;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.HelpdeskOperation;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.http.ErrorReader;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.http.HttpTarget;
import io.github.camelhelpdesk.common.http.RateBudget;
import io.github.camelhelpdesk.common.webhook.ProviderWebhooks;

/** A component over something in memory, such as {@link MemorySource}. */
@Component("memory")
public final class MemoryComponent extends HelpdeskComponent {

    /** Identity of its account. */
    public static final String ACCOUNT = "memory/1";

    private final Consumers consumers;
    private final Function<HelpdeskEndpoint, Producer> producers;
    private final HelpdeskConfiguration configuration = new HelpdeskConfiguration();

    /** Makes the consumers of its endpoints. */
    public interface Consumers {
        DefaultConsumer create(HelpdeskEndpoint endpoint, Processor processor);
    }

    public MemoryComponent(Consumers consumers) {
        this(consumers, endpoint -> {
            throw new UnsupportedOperationException();
        });
    }

    /** @param producers makes the producers of its endpoints */
    public MemoryComponent(Function<HelpdeskEndpoint, Producer> producers) {
        this((endpoint, processor) -> {
            throw new UnsupportedOperationException();
        }, producers);
    }

    private MemoryComponent(Consumers consumers, Function<HelpdeskEndpoint, Producer> producers) {
        this.consumers = consumers;
        this.producers = producers;
    }

    MemoryComponent(MemorySource source) {
        this((endpoint, processor) -> new MessagesConsumer(endpoint, processor, source, "inbox=4", null));
    }

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected HelpdeskEndpoint newEndpoint(String uri, String operation) {
        return new MemoryEndpoint(uri, HelpdeskOperation.parse(MemoryOperation.class, "memory", operation));
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        return connection(options,
                new HttpTarget("http://localhost:1", "application/json", Map.of(), 1, Duration.ofSeconds(1),
                        Duration.ofSeconds(1)),
                new ErrorReader("memory", "none"), new RateBudget(0, null));
    }

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public Duration settleTime() {
        return Duration.ZERO;
    }

    @Override
    public void checkTarget() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OpenedConversation openConversation(ConversationRequest request) {
        throw new UnsupportedOperationException();
    }

    private enum MemoryOperation implements HelpdeskOperation {
        messages,
        conversations,
        sendMessage
    }

    private final class MemoryEndpoint extends HelpdeskEndpoint {

        private final MemoryOperation operation;

        MemoryEndpoint(String uri, MemoryOperation operation) {
            super(uri, MemoryComponent.this);
            this.operation = operation;
        }

        @Override
        protected HelpdeskConfiguration options() {
            return configuration;
        }

        @Override
        public HelpdeskOperation getOperation() {
            return operation;
        }

        @Override
        public String account() {
            return ACCOUNT;
        }

        @Override
        public void registerWebhook() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected ProviderWebhooks providerWebhooks() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Producer newProducer() {
            return producers.apply(this);
        }

        @Override
        protected Consumer newConsumer(Processor processor) {
            return consumers.create(this, processor);
        }
    }
}
