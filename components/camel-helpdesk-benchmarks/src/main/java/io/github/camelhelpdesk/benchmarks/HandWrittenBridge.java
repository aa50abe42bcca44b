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

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.benchmarks.HandWrittenClient.Conversation;
import io.github.camelhelpdesk.benchmarks.HandWrittenClient.Message;

/**
 * The rival of a bridge: reads conversation after conversation, stores what it reads, and sends each conversation's messages in
 * order, several conversations at once; the same calls to both help desks as the bridge makes, and the same durable writes. It
 * looks nothing up, retries nothing and reads its ledger never.
 */
final class HandWrittenBridge implements AutoCloseable {

    private final HandWrittenClient client;
    private final HandWrittenLedger ledger;
    private final ExecutorService senders;
    private final String channelio;

    HandWrittenBridge(String chatwoot, String channelio, Path ledgerFile, int lanes) throws SQLException {
        this.client = new HandWrittenClient(chatwoot, lanes + 1);
        this.ledger = new HandWrittenLedger(ledgerFile);
        this.senders = Executors.newFixedThreadPool(lanes);
        this.channelio = channelio + "/open/v5";
    }

    void run() {
        client.eachConversation(conversation -> {
            List<Message> messages = new ArrayList<>();
            client.eachPage(conversation, page -> {
                ledger.store(page);
                messages.addAll(page);
            });
            senders.execute(() -> deliver(conversation, messages));
        });
    }

    private void deliver(Conversation conversation, List<Message> messages) {
        ledger.map(conversation.id(), null);
        String userChat = open(conversation);
        ledger.map(conversation.id(), userChat);
        for (Message message : messages) {
            String text = message.sender().name() + ": " + message.content();
            JsonNode answer = client.send("POST", channelio + "/user-chats/" + userChat + "/messages",
                    Map.of("blocks", List.of(Map.of("type", "text", "value", text)), "requestId", "rival-" + message.id(),
                            "options", List.of("doNotPost", "doNotSendApp", "silentToUser")));
            ledger.confirm(message, answer.path("message").path("id").asText());
        }
    }

    private String open(Conversation conversation) {
        String user = client.send("PUT", channelio + "/users/@rival-" + conversation.meta().sender().id(),
                Map.of("profile", Map.of("name", conversation.meta().sender().name()))).path("user").path("id").asText();
        client.send("GET", channelio + "/users/" + user + "/user-chats?sortOrder=desc&limit=100", null);
        String userChat = client.send("POST", channelio + "/users/" + user + "/user-chats", null).path("userChat").path("id")
                .asText();
        client.send("PATCH", channelio + "/user-chats/" + userChat, Map.of("description", "rival " + conversation.id()));
        return userChat;
    }

    @Override
    public void close() throws Exception {
        senders.shutdown();
        senders.awaitTermination(1, TimeUnit.MINUTES);
        client.close();
        ledger.close();
    }
}
