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

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Future;

import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.http.DownloadException.Kind;

/**
 * Fetches files from addresses that strangers have written. It sends no credentials, cookies or client certificates, goes to
 * public hosts only, and each redirect is looked at like the first address. Size and time are limited. No proxy is used.
 */
public final class FileDownloads extends ServiceSupport {

    private static final int MOST_REDIRECTS = 5;
    private static final int PLENTY = 64;

    private final CamelContext context;
    private final HelpdeskConfiguration configuration;
    private final FileSize largest;
    private final DnsResolver resolver;
    private CloseableHttpClient client;
    private RequestDeadlines deadlines;

    /**
     * @param context the Camel context
     * @param configuration its time-outs are used, and nothing else
     * @param maxSize largest file in bytes
     * @param allowPrivateHosts whether hosts that are not public may be read too
     */
    public FileDownloads(CamelContext context, HelpdeskConfiguration configuration, long maxSize, boolean allowPrivateHosts) {
        this(context, configuration, maxSize, allowPrivateHosts ? SystemDefaultDnsResolver.INSTANCE
                : new PublicAddresses(SystemDefaultDnsResolver.INSTANCE));
    }

    FileDownloads(CamelContext context, HelpdeskConfiguration configuration, long maxSize, DnsResolver resolver) {
        this.context = context;
        this.configuration = configuration;
        this.largest = new FileSize(maxSize);
        this.resolver = resolver;
    }

    @Override
    protected void doStart() {
        deadlines = RequestDeadlines.of(context);
        Timeout patience = Timeout.ofMilliseconds(configuration.getResponseTimeout());
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofMilliseconds(configuration.getConnectTimeout())).setSocketTimeout(patience)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setDefaultConnectionConfig(connections).setMaxConnTotal(PLENTY).setMaxConnPerRoute(PLENTY).build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .disableContentCompression().build();
    }

    @Override
    protected void doStop() throws Exception {
        if (client != null) {
            client.close();
        }
    }

    /** The largest file, as people read it. */
    public String limit() {
        return largest.toString();
    }

    /** Refuses a size that is known before. */
    public void check(Long size) throws DownloadException {
        if (size != null) {
            largest.check(size);
        }
    }

    /**
     * Fetches a file to disk.
     *
     * @param address its address
     * @param longest how long it may take as a whole
     */
    public DownloadedFile fetch(String address, Duration longest) throws DownloadException {
        long end = System.nanoTime() + longest.toNanos();
        FileAddress next = FileAddress.parse(address);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            FileAnswer answer = ask(next, Duration.ofNanos(end - System.nanoTime()));
            if (answer.file() != null) {
                return answer.file();
            }
            next = answer.redirect();
        }
        throw new DownloadException("its address leads on and on", Kind.FINAL);
    }

    private FileAnswer ask(FileAddress address, Duration left) throws DownloadException {
        if (left.isNegative()) {
            throw tookTooLong();
        }
        HttpGet request = new HttpGet(address.uri());
        Future<?> deadline = deadlines.abortAfter(request, left);
        try {
            return answer(address, request);
        } catch (PublicAddresses.NotPublicException e) {
            throw new DownloadException("its address is not public", Kind.FINAL);
        } catch (IOException e) {
            throw deadline.isDone() || e instanceof InterruptedIOException ? tookTooLong()
                    : new DownloadException("it could not be fetched", Kind.PASSING);
        } finally {
            deadline.cancel(false);
        }
    }

    private FileAnswer answer(FileAddress address, HttpGet request) throws IOException, DownloadException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            return FileAnswer.read(address, response, largest);
        } finally {
            // Without it HttpClient would read the rest of the answer, which may be without end.
            request.abort();
            Closer.closeQuietly(response);
        }
    }

    private static DownloadException tookTooLong() {
        return new DownloadException("its host took too long", Kind.PASSING);
    }
}
