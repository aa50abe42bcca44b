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

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.camelhelpdesk.common.http.HttpTarget;

/** Options that all providers share. Set on a component they hold for all of its endpoints. */
@UriParams
public class HelpdeskConfiguration implements Cloneable {

    /** Credentials in it would be shown in logs, and a query would end up in the middle of the calls' addresses. */
    private static final String ADDRESS = "https?://[^/?#@\\s]+(/[^?#\\s]*)?";

    @UriParam(description = "Origin of the provider's API, with a path prefix if there is one, such as"
            + " https://help.example.com or http://localhost:3000. The component appends the API's own path. Credentials are"
            + " sent to this origin only. By default the provider's public host.")
    private String baseUrl;
    @UriParam(description = "Lasting identity of the account in keys and logs. Set it only to keep an identity over a move to"
            + " another host: a changed identity makes every message new. By default it is derived from the account itself.")
    private String accountName;
    @UriParam(label = "security", secret = true, description = "Secret by which webhooks of the provider are verified, or several with commas between them while it is"
            + " being replaced. Once set, every other request to the webhook's path is refused with 401. Required with"
            + " wakeUpPath, and for webhook: unless it registers the webhook itself.")
    @Metadata(secret = true)
    private String webhookVerifyToken;
    @UriParam(label = "advanced", defaultValue = "5", description = "How often a call is tried again after a failure that may"
            + " pass: 408, 429, 5xx and connection errors for reads; for writes only when nothing was processed.")
    private int maxRetries = 5;
    @UriParam(label = "advanced", defaultValue = "60000", javaType = "java.time.Duration", description = "Longest wait before a retry. When the provider asks for more (Retry-After), the call fails at once"
            + " and says when to try again.")
    private long maxRetryDelay = 60_000;
    @UriParam(label = "advanced", defaultValue = "5000", javaType = "java.time.Duration", description = "Longest wait for a connection to be made.")
    private long connectTimeout = 5_000;
    @UriParam(label = "advanced", defaultValue = "30000", javaType = "java.time.Duration", description = "Longest wait for an answer, and for the next bytes of it. A call as a whole may take twice as long.")
    private long responseTimeout = 30_000;
    @UriParam(label = "advanced", defaultValue = "16777216", description = "Largest answer in bytes that is read. A larger one is given up; lists then fall back to smaller"
            + " pages where the provider has them.")
    private long maxResponseSize = 16L << 20;
    @UriParam(label = "advanced", defaultValue = "8", description = "How many calls an endpoint makes at the same time.")
    private int maxConcurrentRequests = 8;
    @UriParam(label = "security", description = "TLS settings, as in camel-http.")
    private SSLContextParameters sslContextParameters;
    @UriParam(label = "advanced", description = "Changes the Apache HttpClient before it is built, as in camel-http.")
    private HttpClientConfigurer httpClientConfigurer;
    @UriParam(label = "proxy", description = "Host of an HTTP proxy, as in camel-http.")
    private String proxyHost;
    @UriParam(label = "proxy", description = "Port of the HTTP proxy.")
    private Integer proxyPort;

    /** Where calls go to: {@code baseUrl}, or the provider's public host; without a slash at its end. */
    public String base() {
        String url = baseUrl == null ? publicUrl() : baseUrl.trim();
        return url == null ? null : url.replaceAll("/+$", "");
    }

    /** The provider's public host, where calls go when {@code baseUrl} is not set; null when it has none. */
    protected String publicUrl() {
        return null;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getAccountName() {
        return accountName;
    }

    public void setAccountName(String accountName) {
        this.accountName = accountName;
    }

    public String getWebhookVerifyToken() {
        return webhookVerifyToken;
    }

    public void setWebhookVerifyToken(String webhookVerifyToken) {
        this.webhookVerifyToken = webhookVerifyToken;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public int getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(int maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public HttpClientConfigurer getHttpClientConfigurer() {
        return httpClientConfigurer;
    }

    public void setHttpClientConfigurer(HttpClientConfigurer httpClientConfigurer) {
        this.httpClientConfigurer = httpClientConfigurer;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    /**
     * Checks that nothing is missing, misspelt or out of its range. A provider adds its own options.
     *
     * @param where the endpoint or component, as messages name it
     * @throws IllegalArgumentException when an option must be set or changed; says which, and where
     */
    protected void check(String where) {
        if (base() != null && (!base().matches(ADDRESS) || URI.create(base()).getHost() == null)) {
            throw new IllegalArgumentException("Option baseUrl of " + where + " is not an address such as "
                    + (publicUrl() == null ? "https://help.example.com" : publicUrl()));
        }
        atLeast(1, connectTimeout, "connectTimeout", where);
        atLeast(1, responseTimeout, "responseTimeout", where);
        atLeast(0, maxRetries, "maxRetries", where);
        atLeast(1, maxRetryDelay, "maxRetryDelay", where);
        atLeast(1, maxResponseSize, "maxResponseSize", where);
        atLeast(1, maxConcurrentRequests, "maxConcurrentRequests", where);
    }

    /**
     * Refuses an option that is not set.
     *
     * @param advice a sentence that says where its value is found
     */
    protected static void require(Object value, String option, String where, String advice) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("Option " + option + " of " + where
                    + " is missing: set it on the endpoint, or on the component for all of its endpoints. " + advice);
        }
    }

    /** Refuses a value that is too small. */
    protected static void atLeast(long least, long value, String option, String where) {
        if (value < least) {
            throw new IllegalArgumentException("Option " + option + " of " + where + " is " + value + "; use " + least
                    + " or more");
        }
    }

    /** Refuses a value that is too small or too large. */
    public static void within(long least, long most, long value, String option, String where) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("Option " + option + " of " + where + " is " + value + "; use " + least + " to "
                    + most);
        }
    }

    /**
     * Where the API is, and how to be let in.
     *
     * @param path of the API, which is appended to the base
     * @param accept value of the {@code Accept} header
     * @param credentials headers that hold the credentials
     */
    public HttpTarget target(String path, String accept, Map<String, String> credentials) {
        return new HttpTarget(base() + path, accept, credentials, maxResponseSize, longestCall(),
                Duration.ofMillis(maxRetryDelay));
    }

    /** Longest time for a call as a whole, from asking for a connection to the last byte of the answer. */
    public Duration longestCall() {
        return Duration.ofMillis(2 * responseTimeout);
    }

    /** A copy for an endpoint, so that its options do not reach the component or other endpoints. */
    protected HelpdeskConfiguration copy() {
        try {
            return (HelpdeskConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The class only: options hold secrets. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
