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
package io.github.camelhelpdesk.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application as a process of its own, started the way a user starts it. Its output goes to a file. */
final class PackagedApplication implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path log;
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private PackagedApplication(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it and returns at once.
     *
     * @param directory where it runs, and where its {@code application.log} is appended to
     * @param options as system properties
     * @param environment variables beside this process's own
     */
    static PackagedApplication start(Path directory, Map<String, String> options, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        options.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(System.getProperty("application.jar"));
        Path log = directory.resolve("application.log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        PackagedApplication application = new PackagedApplication(builder.start(), log);
        Thread reader = new Thread(application::readOutput, "application-output");
        reader.setDaemon(true);
        reader.start();
        return application;
    }

    /** Waits until it answers, and says where. */
    URI address() throws Exception {
        return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What it has printed so far, and what processes before it printed into the same file. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it has ended by itself. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** SIGKILL: it gets no chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and a while to end in good order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log, StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(URI.create(listening.group(1)));
                }
            }
        } catch (IOException e) {
            address.completeExceptionally(new UncheckedIOException(e));
        }
        address.completeExceptionally(new IllegalStateException("The application ended before it answered; see " + log));
    }
}
