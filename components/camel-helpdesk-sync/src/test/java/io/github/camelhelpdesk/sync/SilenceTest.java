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
package io.github.camelhelpdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.testkit.junit.RecordedLog;

class SilenceTest {

    private static final String TEXT = "my-card-number-is-4111";
    private static final String NAME = "Mina-Secretname";

    @RegisterExtension
    final RecordedLog log = new RecordedLog("io.github.camelhelpdesk", Level.ALL);
    @TempDir
    Path directory;

    @Test
    void noTextAndNoNameOfACustomerIsEverLoggedOrShown() throws Exception {
        FakeDesk beta = new FakeDesk("b");
        AtomicInteger sends = new AtomicInteger();
        beta.beforeSend = call -> {
            int send = sends.incrementAndGet();
            if (send == 1) {
                throw new IllegalStateException(call.text());
            }
            if (send == 6) {
                throw new HelpdeskException("The provider answered 413", Outcome.REFUSED, 413, null, false, null);
            }
        };
        try (Bridge bridge = Bridge.running(directory.resolve("ledger.db"), new FakeDesk("a"), beta)) {
            for (int i = 0; i < 5; i++) {
                bridge.write(message("c1", "m" + i));
            }
            bridge.awaitState("m4", "parked");
            assertThat(bridge.sync().ledgerView().messages("link", 10).toString()).doesNotContain(TEXT).doesNotContain(NAME);
        }
        assertThat(log.lines()).hasSizeGreaterThan(10).anyMatch(line -> line.contains("m4"));
        assertThat(log.lines()).noneMatch(line -> line.contains(TEXT) || line.contains(NAME));
    }

    private static HelpdeskMessage message(String conversation, String id) {
        return Bridge.message(conversation, id).text(TEXT).author(new Author(AuthorType.CUSTOMER, "1", NAME, NAME, NAME))
                .contact(new Contact("1", NAME, NAME, NAME, NAME)).subject(TEXT).html(TEXT).build();
    }
}
