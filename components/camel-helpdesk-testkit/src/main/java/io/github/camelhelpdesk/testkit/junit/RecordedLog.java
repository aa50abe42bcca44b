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
package io.github.camelhelpdesk.testkit.junit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What is logged through {@code java.util.logging} while a test runs, as text with stack traces: a field with
 * {@code @RegisterExtension}, for tests that prove what is in no log.
 */
public final class RecordedLog implements BeforeEachCallback, AfterEachCallback {

    /** Those that show the bytes on the wire, as their names say, of ours and of the client that plays the provider. */
    private static final Set<String> NOT_RECORDED = Set.of("org.apache.hc.client5.http.wire", "jdk.internal.httpclient.debug");

    private final Logger logger;
    private final Level level;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Recorder();
    private Level before;

    /**
     * @param logger the name of what is recorded, with all that is below it; empty for everything
     * @param level the level to which it is set meanwhile
     */
    public RecordedLog(String logger, Level level) {
        this.logger = Logger.getLogger(logger);
        this.level = level;
    }

    /** What was logged up to now. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        before = logger.getLevel();
        logger.setLevel(level);
        recorder.setLevel(Level.ALL);
        logger.addHandler(recorder);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.removeHandler(recorder);
        logger.setLevel(before);
    }

    private final class Recorder extends Handler {

        @Override
        public void publish(LogRecord line) {
            if (!NOT_RECORDED.contains(line.getLoggerName())) {
                lines.add(new SimpleFormatter().format(line));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
