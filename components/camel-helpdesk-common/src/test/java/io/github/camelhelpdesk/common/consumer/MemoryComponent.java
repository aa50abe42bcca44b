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

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultConsumer;

import io.github.camelhelpdesk.common.HelpdeskComponent;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.HelpdeskOperation;
import io.github.camelhelpdesk.common.http.ErrorReader;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.http.HttpTarget;
import io.github.camelhelpdesk.common.http.RateBudget;
import io.github.camelhelpdesk.common.webhook.ProviderWebhooks;

/** A component over something in memory, such as {@link MemorySource}. */
@Component("memory")
public final class MemoryComponent extends HelpdeskComponent {

    private final Consumers consumers;
    private final HelpdeskConfiguration configuration = new HelpdeskConfiguration();

    /** Makes the consumers of its endpoints. */
    public interface Consumers {
        DefaultConsumer create(HelpdeskEndpoint endpoint, Processor processor);
    }

    public MemoryComponent(Consumers consumers) {
        this.consumers = consumers;
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
        return new MemoryEndpoint(uri, this);
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        return new HelpdeskConnection(getCamelContext(), options,
                new HttpTarget("http://localhost:1", "application/json", Map.of(), 1, Duration.ofSeconds(1),
                        Duration.ofSeconds(1)),
                new ErrorReader("memory", "none"), new RateBudget(0, null), null);
    }

    @Override
    public String getDefaultName() {
        return "memory";
    }

    private enum MemoryOperation implements HelpdeskOperation {
        messages;

        @Override
        public boolean isConsumer() {
            return true;
        }
    }

    private final class MemoryEndpoint extends HelpdeskEndpoint {

        MemoryEndpoint(String uri, MemoryComponent component) {
            super(uri, component);
        }

        @Override
        protected HelpdeskConfiguration options() {
            return configuration;
        }

        @Override
        public HelpdeskOperation getOperation() {
            return MemoryOperation.messages;
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
        public Producer createProducer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Consumer createConsumer(Processor processor) throws Exception {
            DefaultConsumer consumer = consumers.create(this, processor);
            configureConsumer(consumer);
            return consumer;
        }
    }
}
