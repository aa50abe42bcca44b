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
package io.github.camelhelpdesk.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.LongAdder;

/**
 * An HTTP/1.1 server with a thread for each connection and nothing else, so that what is measured is the client. It speaks no
 * more of HTTP than the clients here need: whole bodies with their length, connections that stay open.
 */
final class PlainServer implements AutoCloseable {

    /** Answers a request. */
    interface Handler {
        /** @return the JSON of the answer, or null for 404 */
        byte[] answer(String method, String target, byte[] body);
    }

    private static final byte[] NOT_FOUND = "{\"error\":\"Resource could not be found\"}".getBytes(StandardCharsets.UTF_8);

    private final ServerSocket socket;
    private final Handler handler;
    private final LongAdder requests = new LongAdder();

    private PlainServer(ServerSocket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    static PlainServer start(Handler handler) {
        try {
            PlainServer server = new PlainServer(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), handler);
            daemon(server::accept, "plain-server");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many requests were answered so far. */
    long requests() {
        return requests.sum();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                daemon(() -> serve(client), "plain-server-connection");
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream(), 16_384);
                OutputStream out = new BufferedOutputStream(client.getOutputStream(), 65_536)) {
            for (String requestLine = line(in); requestLine != null; requestLine = line(in)) {
                answer(requestLine.split(" "), body(in), out);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private void answer(String[] requestLine, byte[] body, OutputStream out) throws IOException {
        requests.increment();
        byte[] answer = handler.answer(requestLine[0], requestLine[1], body);
        byte[] content = answer == null ? NOT_FOUND : answer;
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        out.write(("HTTP/1.1 " + (answer == null ? "404 Not Found" : "200 OK") + "\r\nContent-Type: application/json\r\nDate: "
                + date + "\r\nContent-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
    }

    private static byte[] body(InputStream in) throws IOException {
        int length = 0;
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        return in.readNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
