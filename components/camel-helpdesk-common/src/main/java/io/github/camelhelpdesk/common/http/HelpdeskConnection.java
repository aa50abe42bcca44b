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
package io.github.camelhelpdesk.common.http;

import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;

/** The connection of one endpoint, or of a component, to its account. Open between start and stop. */
public final class HelpdeskConnection extends ServiceSupport {

    private final HttpEndpoint http;
    private final Transport polling;
    private final Transport patient;

    /**
     * @param context the Camel context
     * @param configuration time-outs, retries, TLS
     * @param target where the API is, and how to be let in
     * @param errors reads answers that are not 2xx
     * @param budget how many calls may be made
     * @param tls TLS settings for when the configuration has none, or null
     */
    public HelpdeskConnection(CamelContext context, HelpdeskConfiguration configuration, HttpTarget target, ErrorReader errors,
            RateBudget budget, SSLContextParameters tls) {
        SSLContextParameters own = configuration.getSslContextParameters();
        this.http = HttpClientFactory.create(context, target.base(), configuration, own == null ? tls : own);
        Transport once = new HttpTransport(http.getHttpClient(), target, budget, errors, RequestDeadlines.of(context));
        // A poller never waits: it asks a second time at once, since a single 500 is common, and then at the next poll.
        this.polling = new RetryingTransport(once, new RetryPolicy(1, Duration.ZERO));
        this.patient = new RetryingTransport(once,
                new RetryPolicy(configuration.getMaxRetries(), Duration.ofMillis(configuration.getMaxRetryDelay())));
    }

    /** Never waits: for consumers. */
    public Transport polling() {
        return polling;
    }

    /** Waits and tries again, within {@code maxRetries} and {@code maxRetryDelay}: for producers. */
    public Transport patient() {
        return patient;
    }

    @Override
    protected void doStart() {
        ServiceHelper.startService(http);
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(http);
    }
}
