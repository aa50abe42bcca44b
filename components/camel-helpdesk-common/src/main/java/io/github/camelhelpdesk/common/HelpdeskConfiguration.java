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

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Options that all providers share. Set on a component they hold for all of its endpoints. */
@UriParams
public class HelpdeskConfiguration implements Cloneable {

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
    protected String base() {
        return baseUrl;
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
     * Checks the options that have a range.
     *
     * @throws IllegalArgumentException when one is out of it; says which, and its value
     */
    void checkRanges() {
        atLeast(1, "connectTimeout", connectTimeout);
        atLeast(1, "responseTimeout", responseTimeout);
        atLeast(0, "maxRetries", maxRetries);
        atLeast(1, "maxRetryDelay", maxRetryDelay);
        atLeast(1, "maxResponseSize", maxResponseSize);
        atLeast(1, "maxConcurrentRequests", maxConcurrentRequests);
    }

    /** Refuses a value that is too small. */
    static void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new IllegalArgumentException("Option " + option + " must be " + least + " or more but is " + value);
        }
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
