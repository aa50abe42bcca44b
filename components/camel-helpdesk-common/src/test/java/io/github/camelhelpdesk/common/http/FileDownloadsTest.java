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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.http.DownloadException.Kind;

class FileDownloadsTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private FileDownloads downloads;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        downloads = started(SystemDefaultDnsResolver.INSTANCE);
    }

    @AfterEach
    void stop() {
        end.countDown();
        downloads.stop();
        server.stop(0);
        threads.shutdownNow();
        context.stop();
    }

    @Test
    void fileIsKeptUntilItIsClosed() throws Exception {
        on("/a", exchange -> answer(exchange, 200, "hello"));
        DownloadedFile file = downloads.fetch(url("/a"), LONGEST);
        assertThat(Files.readString(file.path())).isEqualTo("hello");
        assertThat(file.contentType()).isEqualTo("text/plain");
        file.close();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void fileIsStreamedAndNotHeldInMemory() throws Exception {
        int chunk = 1 << 20;
        on("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 48; i++) {
                exchange.getResponseBody().write(new byte[chunk]);
            }
            exchange.close();
        });
        downloads.stop();
        downloads = new FileDownloads(context, options(), 64L << 20, SystemDefaultDnsResolver.INSTANCE);
        downloads.start();
        var allocations = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = allocations.getCurrentThreadAllocatedBytes();
        try (DownloadedFile file = downloads.fetch(url("/large"), Duration.ofMinutes(2))) {
            assertThat(allocations.getCurrentThreadAllocatedBytes() - before).isLessThan(8L << 20);
            assertThat(Files.size(file.path())).isEqualTo(48L << 20);
        }
    }

    @Test
    void addressThatShouldHaveBeenEncodedIsRead() throws Exception {
        on("/", exchange -> answer(exchange, 200, exchange.getRequestURI().getRawPath()));
        try (DownloadedFile file = downloads.fetch(url("/a b/\u5199{1}.png"), LONGEST)) {
            assertThat(Files.readString(file.path())).isEqualTo("/a%20b/%E5%86%99%7B1%7D.png");
        }
    }

    @Test
    void redirectsAreFollowedFiveTimes() throws Exception {
        for (int i = 0; i < 7; i++) {
            redirect("/" + i, "/" + (i + 1));
        }
        on("/7", exchange -> answer(exchange, 200, "there"));
        try (DownloadedFile file = downloads.fetch(url("/2"), LONGEST)) {
            assertThat(Files.readString(file.path())).isEqualTo("there");
        }
        assertThat(failure("/1").kind()).isEqualTo(Kind.FINAL);
        assertThat(asked.stream().filter("/7"::equals)).hasSize(1);
    }

    @Test
    void redirectToAHostThatIsNotPublicIsNotFollowed() {
        redirect("/out", "http://127.0.0.1:" + server.getAddress().getPort() + "/secret");
        on("/secret", exchange -> answer(exchange, 200, "secret"));
        downloads.stop();
        downloads = started(onlyFirstIsPublic());
        assertThatThrownBy(() -> downloads.fetch("http://public.example:" + server.getAddress().getPort() + "/out", LONGEST))
                .isInstanceOf(DownloadException.class).hasMessage("its address is not public");
        assertThat(asked).containsExactly("/out");
    }

    @Test
    void hostsThatAreNotPublicAreNotReadByDefault() {
        on("/a", exchange -> answer(exchange, 200, "secret"));
        downloads.stop();
        downloads = new FileDownloads(context, options(), 1_000, false);
        downloads.start();
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0", "2130706433", "0x7f000001", "127.1")) {
            assertThatThrownBy(() -> downloads.fetch("http://" + host + ":" + server.getAddress().getPort() + "/a", LONGEST))
                    .as(host).isInstanceOf(DownloadException.class);
        }
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "file:///etc/passwd", "ftp://h/a", "jar:file:/a!/b", "//h/a", "a", "", "http:///a",
            "http://u:p@h/a",
            "http://h:x/b" })
    void otherAddressesAreRefused(String address) {
        assertThatThrownBy(() -> downloads.fetch(address, LONGEST)).isInstanceOf(DownloadException.class)
                .hasMessage("it has no address that can be read").hasNoCause();
    }

    @Test
    void redirectToAnotherSchemeIsRefused() {
        redirect("/out", "file:///etc/passwd");
        assertThat(failure("/out")).hasMessage("it has no address that can be read");
    }

    @ParameterizedTest
    @CsvSource({ "403,EXPIRED", "404,EXPIRED", "410,EXPIRED", "401,FINAL", "418,FINAL", "429,PASSING", "500,PASSING",
            "503,PASSING" })
    void statusTellsWhatCanBeDone(int status, Kind kind) {
        on("/a", exchange -> answer(exchange, status, "no"));
        assertThat(failure("/a").kind()).isEqualTo(kind);
    }

    @Test
    void fileThatIsTooLargeIsGivenUpWithAndWithoutALengthAndLeavesNothing() throws Exception {
        on("/said", exchange -> answer(exchange, 200, "x".repeat(1_001)));
        on("/unsaid", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[2_000]);
            exchange.close();
        });
        long before = temporaryFiles();
        assertThat(failure("/said")).hasMessage("it has more than 1000 bytes");
        assertThat(failure("/unsaid")).hasMessage("it has more than 1000 bytes");
        assertThat(temporaryFiles()).isEqualTo(before);
        assertThatThrownBy(() -> downloads.check(1_001L)).isInstanceOf(DownloadException.class);
    }

    @Test
    void answerThatDripsIsEnded() {
        on("/a", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
        });
        DownloadException failure = catchThrowableOfType(DownloadException.class,
                () -> downloads.fetch(url("/a"), Duration.ofMillis(300)));
        assertThat(failure).hasMessage("its host took too long");
        assertThat(failure.kind()).isEqualTo(Kind.PASSING);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FileDownloads started(DnsResolver resolver) {
        FileDownloads started = new FileDownloads(context, options(), 1_000, resolver);
        started.start();
        return started;
    }

    private static HelpdeskConfiguration options() {
        return new HelpdeskConfiguration();
    }

    /** As if the name of the first host were that of a public one. */
    private static DnsResolver onlyFirstIsPublic() {
        PublicAddresses checked = new PublicAddresses(SystemDefaultDnsResolver.INSTANCE);
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return host.equals("public.example") ? new InetAddress[] { InetAddress.getLoopbackAddress() }
                        : checked.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("helpdesk-")).count();
        }
    }

    private DownloadException failure(String path) {
        return catchThrowableOfType(DownloadException.class, () -> downloads.fetch(url(path), LONGEST));
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private void redirect(String from, String to) {
        on(from, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, 302, "moved");
        });
    }

    private void on(String path, com.sun.net.httpserver.HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            assertThat(exchange.getRequestHeaders()).doesNotContainKeys("Authorization", "Cookie", "Api-access-token");
            handler.handle(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
