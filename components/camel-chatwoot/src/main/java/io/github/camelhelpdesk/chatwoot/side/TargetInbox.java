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
package io.github.camelhelpdesk.chatwoot.side;

import java.util.ArrayList;
import java.util.List;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootInbox;

/** The inbox that conversations of another side are opened in: an API inbox, so that nothing in it is sent to customers. */
public final class TargetInbox {

    private final ChatwootClient client;
    private final Long configured;
    private final String account;
    private volatile Long known;

    /**
     * @param client the client
     * @param configured the option inboxId, or null for the only API inbox
     * @param account the account's identity, for messages
     */
    public TargetInbox(ChatwootClient client, Long configured, String account) {
        this.client = client;
        this.configured = configured;
        this.account = account;
    }

    /**
     * Its id; looked up once.
     *
     * @throws IllegalArgumentException when there is no such inbox, or several and none is named; lists those there are
     */
    public long id() {
        Long id = known;
        if (id == null) {
            id = configured == null ? only(client.inboxes().list()) : checked(client.inboxes().list());
            known = id;
        }
        return id;
    }

    /**
     * Checks that what is filed in it has no effect beyond it (hook_execution_service.rb, csat_survey_service.rb).
     *
     * @throws IllegalArgumentException naming the settings that must be changed
     */
    public void checkSilent() {
        long id = id();
        ChatwootInbox inbox = client.inboxes().list().stream().filter(each -> each.id() != null && each.id() == id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("chatwoot account " + account + ": the inbox " + id
                        + " is not there any more. Set the option inboxId."));
        List<String> loud = new ArrayList<>();
        require(inbox.webhookUrl() == null || inbox.webhookUrl().isBlank(), "Webhook URL, which is told of each message", loud);
        require(inbox.greetingEnabled(), "Enable channel greeting", loud);
        require(inbox.csatSurveyEnabled(), "Enable CSAT", loud);
        require(inbox.workingHoursEnabled(), "Enable business availability for this inbox", loud);
        if (!loud.isEmpty()) {
            throw new IllegalArgumentException("chatwoot account " + account + ": the inbox " + inbox + " answers customers by"
                    + " itself, or passes on what is written in it. Before history is imported, clear in its settings: "
                    + String.join("; ", loud) + ". Or set the option inboxId to an API inbox that is kept for imports.");
        }
    }

    private static void require(boolean isQuiet, String setting, List<String> loud) {
        if (!isQuiet) {
            loud.add(setting);
        }
    }

    private static void require(Boolean isLoud, String setting, List<String> loud) {
        require(!Boolean.TRUE.equals(isLoud), setting, loud);
    }

    private Long checked(List<ChatwootInbox> inboxes) {
        ChatwootInbox inbox = inboxes.stream().filter(each -> configured.equals(each.id())).findFirst()
                .orElseThrow(() -> failure("inboxId=" + configured + " is not an inbox that the token's owner sees", inboxes));
        if (!inbox.isApi()) {
            throw failure(
                    "inboxId=" + configured + " is not an API inbox (Channel::Api): what is written there would be sent to"
                            + " customers",
                    inboxes);
        }
        return inbox.id();
    }

    private Long only(List<ChatwootInbox> inboxes) {
        List<ChatwootInbox> usable = inboxes.stream().filter(ChatwootInbox::isApi).toList();
        if (usable.size() != 1) {
            throw failure(usable.isEmpty() ? "there is no API inbox (Channel::Api) to write to: create one"
                    : "there are several API inboxes: set inboxId", inboxes);
        }
        return usable.get(0).id();
    }

    private IllegalArgumentException failure(String what, List<ChatwootInbox> inboxes) {
        return new IllegalArgumentException("chatwoot account " + account + ": " + what + ". Found: " + inboxes
                + ". Set the option inboxId of the component to the API inbox that messages shall be written to.");
    }
}
