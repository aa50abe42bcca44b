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
package io.github.camelhelpdesk.acquire;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.AcquireErrorReader;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskComponent;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.http.HttpTarget;
import io.github.camelhelpdesk.common.http.RateBudget;
import io.github.camelhelpdesk.common.http.RateBudgets;

/** Reads and writes the conversations of an Acquire account. One component stands for one account. */
@Component(AcquireComponent.SCHEME)
public class AcquireComponent extends HelpdeskComponent implements HelpdeskSide {

    /** Scheme of the endpoints, and provider of their messages. */
    public static final String SCHEME = "acquire";

    /** The pages claim that there are no limits (providers page, section 8). */
    private static final int NO_DOCUMENTED_LIMIT = 0;
    /** Nothing is documented; the design's value for such a provider. */
    private static final Duration SETTLE_TIME = Duration.ofSeconds(15);

    @Metadata(description = "Options that the endpoints begin with.")
    private AcquireConfiguration configuration = new AcquireConfiguration();

    private AcquireClient client;

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected AcquireEndpoint newEndpoint(String uri, String operation) {
        return new AcquireEndpoint(uri, this, AcquireOperation.parse(operation), configuration.copy());
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        AcquireConfiguration own = (AcquireConfiguration) options;
        own.check(SCHEME);
        HttpTarget target = new HttpTarget(own.base() + AcquireClient.API_PATH, "application/json",
                Map.of("Authorization", "Bearer " + own.getApiKey().trim()), own.getMaxResponseSize(), own.longestCall(),
                Duration.ofMillis(own.getMaxRetryDelay()));
        RateBudget budget = RateBudgets.of(getCamelContext()).budget(target.origin(), own.getApiKey(),
                requestsPerMinute(NO_DOCUMENTED_LIMIT), 0);
        return new HelpdeskConnection(getCamelContext(), own, target, new AcquireErrorReader(own.accountIdentity()), budget,
                globalSsl());
    }

    @Override
    public String provider() {
        return SCHEME;
    }

    @Override
    public String account() {
        return configuration.accountIdentity();
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public Duration responseTimeout() {
        return configuration.longestCall();
    }

    /** That the key may see cases is what every other call needs. */
    @Override
    public void checkTarget() {
        client().checkAccess();
    }

    // The side package takes these over.
    @Override
    public String openConversation(ConversationRequest request) {
        throw new UnsupportedOperationException("acquire cannot open a conversation yet");
    }

    private AcquireClient client() {
        lock.lock();
        try {
            if (client == null) {
                client = new AcquireClient(connection().patient(), configuration);
            }
            return client;
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void doStop() throws Exception {
        client = null;
        super.doStop();
    }

    public AcquireConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AcquireConfiguration configuration) {
        this.configuration = configuration;
    }
}
