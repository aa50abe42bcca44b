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

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.util.Timeout;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;

/**
 * Makes the HTTP client through camel-http, so that its connection manager, TLS, proxy and {@code HttpClientConfigurer} work
 * as users know them. The calls then go straight through the client: no exchange header can steer them.
 */
public final class HttpClientFactory {

    private HttpClientFactory() {
    }

    /**
     * Makes an endpoint whose {@link HttpEndpoint#getHttpClient() client} neither retries nor follows redirects nor keeps
     * cookies. The caller starts and stops it.
     *
     * @param context the Camel context
     * @param base address of the API
     * @param configuration time-outs, proxy, TLS
     * @param tls TLS settings that win over the configuration's when that has none, or null
     */
    public static HttpEndpoint create(CamelContext context, String base, HelpdeskConfiguration configuration,
            SSLContextParameters tls) {
        String scheme = base.startsWith("https:") ? "https" : "http";
        try {
            HttpEndpoint endpoint = (HttpEndpoint) context.getComponent(scheme, HttpComponent.class)
                    .createEndpoint(base, parameters(configuration, tls));
            HttpClientConfigurer camels = endpoint.getHttpClientConfigurer();
            endpoint.setHttpClientConfigurer(builder -> configure(builder, camels, configuration.getHttpClientConfigurer()));
            return endpoint;
        } catch (Exception e) {
            throw new IllegalArgumentException("Cannot make an HTTP client for baseUrl " + base + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> parameters(HelpdeskConfiguration configuration, SSLContextParameters tls) {
        Map<String, Object> parameters = new HashMap<>();
        Timeout responseTimeout = Timeout.ofMilliseconds(configuration.getResponseTimeout());
        parameters.put("connectTimeout", Timeout.ofMilliseconds(configuration.getConnectTimeout()));
        parameters.put("responseTimeout", responseTimeout);
        parameters.put("soTimeout", responseTimeout);
        parameters.put("connectionRequestTimeout", responseTimeout);
        parameters.put("maxTotalConnections", configuration.getMaxConcurrentRequests());
        parameters.put("connectionsPerRoute", configuration.getMaxConcurrentRequests());
        if (configuration.getProxyHost() != null) {
            parameters.put("proxyHost", configuration.getProxyHost());
            parameters.put("proxyPort", configuration.getProxyPort());
        }
        if (tls != null) {
            parameters.put("sslContextParameters", tls);
        }
        return parameters;
    }

    private static void configure(HttpClientBuilder builder, HttpClientConfigurer... configurers) {
        for (HttpClientConfigurer configurer : configurers) {
            if (configurer != null) {
                configurer.configureHttpClient(builder);
            }
        }
        // HttpClient would send a POST again on 429 and 503, and sleep through the whole Retry-After.
        builder.disableAutomaticRetries();
        builder.disableRedirectHandling();
        builder.disableCookieManagement();
    }
}
