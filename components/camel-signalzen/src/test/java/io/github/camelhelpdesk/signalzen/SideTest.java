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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenFile;

/** SignalZen as a side of a link: a source, and never a target. */
class SideTest extends SignalzenTestBase {

    private SignalzenComponent side;

    @BeforeEach
    void startContext() {
        DefaultCamelContext context = context();
        context.start();
        side = component(context);
    }

    @Test
    void targetIsRefusedWithTheReason() {
        assertThatThrownBy(() -> side.checkTarget()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("read-only").hasMessageContaining("source");
        assertThatThrownBy(() -> side.openConversation(null)).isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("read-only");
        assertThat(side.capabilities()).isEmpty();
    }

    @Test
    void accountIsTheNameThatWasGivenAndNothingOfTheKey() {
        assertThat(side.account()).isEqualTo("shop");
        assertThat(side.provider()).isEqualTo("signalzen");
        side.getConfiguration().setAccountName(null);
        assertThatThrownBy(() -> side.account()).hasMessageContaining("accountName");
    }

    @Test
    void messagesAreAllThereOnceOldestFirst() {
        long user = simulator.openUser("Ann");
        simulator.refer(user, "r-1");
        assertThat(write(user, 0, 210)).containsExactlyElementsOf(
                side.messages(String.valueOf(user)).stream().map(HelpdeskMessage::text).toList());
        assertThat(side.messages(String.valueOf(user))).allSatisfy(message -> {
            assertThat(message.account()).isEqualTo("shop");
            assertThat(message.contact().externalId()).isEqualTo("r-1");
        });
    }

    @Test
    void conversationThatIsGoneIsToldAsSuch() {
        long user = simulator.openUser("Ann");
        simulator.destroyUser(user);
        assertThatThrownBy(() -> side.messages(String.valueOf(user))).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(410));
    }

    @Test
    @DisplayName("E9: the address of a file is asked for anew")
    void e9AddressOfAFileIsAskedForAnew() {
        long user = simulator.openUser("Ann");
        long message = simulator.writeAsVisitor(user, null, new SignalzenFile("bill.pdf", "application/pdf", new byte[] { 1 }));
        Attachment file = side.messages(String.valueOf(user)).get(0).attachments().get(0);
        assertThat(side.attachment(String.valueOf(user), String.valueOf(message), file.id())).contains(file);
        assertThat(side.attachment(String.valueOf(user), String.valueOf(message), "file-0")).isEmpty();
        simulator.deleteMessage(user, message);
        assertThat(side.attachment(String.valueOf(user), String.valueOf(message), file.id())).isEmpty();
    }
}
