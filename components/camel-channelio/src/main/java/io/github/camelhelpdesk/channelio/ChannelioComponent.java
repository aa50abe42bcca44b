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
package io.github.camelhelpdesk.channelio;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.ChannelioErrorReader;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskComponent;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.http.HttpTarget;
import io.github.camelhelpdesk.common.http.RateBudget;
import io.github.camelhelpdesk.common.http.RateBudgets;

/** Reads and writes the conversations of a Channel.io channel. One component stands for one channel. */
@Component("channelio")
public class ChannelioComponent extends HelpdeskComponent implements HelpdeskSide {

    private static final String PUBLIC_HOST = "https://api.channel.io";
    /** The documented refill of 10 requests a second (providers page, section 7). */
    private static final int DOCUMENTED_REQUESTS_PER_MINUTE = 600;
    private static final Duration SETTLE_TIME = Duration.ofSeconds(10);

    @Metadata(description = "Options that the endpoints begin with.")
    private ChannelioConfiguration configuration = new ChannelioConfiguration();

    private ChannelioClient client;

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected ChannelioEndpoint newEndpoint(String uri, String operation) {
        return new ChannelioEndpoint(uri, this, operation, configuration.copy());
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        ChannelioConfiguration own = (ChannelioConfiguration) options;
        require(own.getAccessKey(), "accessKey");
        require(own.getSecretKey(), "secretKey");
        String baseUrl = baseUrl(own);
        HttpTarget target = new HttpTarget(baseUrl + ChannelioClient.API_PATH, "application/json",
                Map.of("x-access-key", own.getAccessKey(), "x-access-secret", own.getSecretKey()), own.getMaxResponseSize(),
                Duration.ofMillis(own.getResponseTimeout()), Duration.ofMillis(own.getMaxRetryDelay()));
        RateBudget budget = RateBudgets.of(getCamelContext()).budget(target.origin(), own.getAccessKey(),
                requestsPerMinute(DOCUMENTED_REQUESTS_PER_MINUTE), 0);
        return new HelpdeskConnection(getCamelContext(), own, target, new ChannelioErrorReader(baseUrl), budget, globalSsl());
    }

    private static void require(String value, String option) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Option " + option + " of channelio is missing: set it on the component"
                    + " (camel.component.channelio." + option + ") or on the endpoint. Channel.io shows it under Channel"
                    + " settings, API keys.");
        }
    }

    private static String baseUrl(ChannelioConfiguration own) {
        String value = own.getBaseUrl() == null ? PUBLIC_HOST : own.getBaseUrl().trim().replaceAll("/+$", "");
        try {
            URI uri = new URI(value);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return value;
            }
        } catch (URISyntaxException e) {
            // as any other value that is no origin
        }
        throw new IllegalArgumentException("Option baseUrl of channelio must be the origin of the API, such as " + PUBLIC_HOST
                + ", with neither user, query nor " + ChannelioClient.API_PATH);
    }

    @Override
    public String provider() {
        return getDefaultName();
    }

    @Override
    public String account() {
        return configuration.getAccountName() == null ? client().channelId() : configuration.getAccountName();
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public Duration responseTimeout() {
        return Duration.ofMillis(configuration.getResponseTimeout());
    }

    @Override
    public void checkTarget() {
        client().channel();
    }

    @Override
    public String openConversation(ConversationRequest request) {
        return new ConversationOpening(client()).open(request);
    }

    private ChannelioClient client() {
        lock.lock();
        try {
            if (client == null) {
                client = new ChannelioClient(connection().patient());
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

    public ChannelioConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ChannelioConfiguration configuration) {
        this.configuration = configuration;
    }
}
