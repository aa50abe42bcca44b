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
package io.github.camelhelpdesk.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.service.ServiceHelper;

import io.github.camelhelpdesk.common.http.ErrorReader;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.http.HttpTarget;
import io.github.camelhelpdesk.common.http.RateBudget;
import io.github.camelhelpdesk.common.http.RateBudgets;

/**
 * What the components of all providers share. Each stands for one account, which may be a side of a link; several accounts of
 * one
 * provider are several beans of its component.
 */
public abstract class HelpdeskComponent extends DefaultComponent implements SSLContextParametersAware, HelpdeskSide {

    @Metadata(label = "security", defaultValue = "false", description = "Whether to use the TLS settings that are set globally on the Camel context.")
    private boolean useGlobalSslContextParameters;
    @Metadata(label = "advanced", description = "How many requests per minute may be made with one credential. By default the"
            + " provider's documented limit; 0 for no limit of our own. It is shared by all endpoints that use the credential.")
    private Integer requestsPerMinute;

    private final List<UntilStopped<?>> made = new ArrayList<>();
    private HelpdeskConnection connection;

    /** The component's own options: what its endpoints begin with. */
    protected abstract HelpdeskConfiguration options();

    /** Makes an endpoint with a copy of the component's options; the endpoint's own are bound to it afterwards. */
    protected abstract HelpdeskEndpoint newEndpoint(String uri, String operation) throws Exception;

    /** Makes a connection with the given options, which are checked already. */
    protected abstract HelpdeskConnection newConnection(HelpdeskConfiguration configuration);

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        HelpdeskEndpoint endpoint = newEndpoint(uri, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** The connection with the component's own options, opened on first use; for calls that belong to no endpoint. */
    protected final HelpdeskConnection connection() {
        lock.lock();
        try {
            if (connection == null) {
                options().check(getDefaultName());
                connection = newConnection(options());
                ServiceHelper.startService(connection);
            }
            return connection;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Something that is made on first use, and made anew after a stop: of each there is one at a time.
     *
     * @param maker makes it; must not wait, since whatever else the component makes waits for it
     */
    protected final <T> Supplier<T> untilStopped(Supplier<T> maker) {
        UntilStopped<T> lasting = new UntilStopped<>(lock, maker);
        made.add(lasting);
        return lasting;
    }

    @Override
    public String provider() {
        return getDefaultName();
    }

    @Override
    public Duration responseTimeout() {
        return options().longestCall();
    }

    @Override
    protected void doStop() throws Exception {
        made.forEach(UntilStopped::forget);
        ServiceHelper.stopService(connection);
        connection = null;
        super.doStop();
    }

    /**
     * A connection for {@link #newConnection}.
     *
     * @param options those it was asked for with
     * @param target where the API is, and how to be let in
     * @param errors reads answers that are not 2xx
     * @param budget how many calls may be made
     */
    protected final HelpdeskConnection connection(HelpdeskConfiguration options, HttpTarget target, ErrorReader errors,
            RateBudget budget) {
        return new HelpdeskConnection(getCamelContext(), options, target, errors, budget, retrieveGlobalSslContextParameters());
    }

    /** The budget that all share who use a credential at an origin. */
    protected final RateBudget budget(HttpTarget target, String credential, int perCredential, int perOrigin) {
        return RateBudgets.of(getCamelContext()).budget(target.origin(), credential, perCredential, perOrigin);
    }

    /** The configured budget, or the provider's documented one. */
    protected final int requestsPerMinute(int documented) {
        return requestsPerMinute == null ? documented : requestsPerMinute;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }
}
