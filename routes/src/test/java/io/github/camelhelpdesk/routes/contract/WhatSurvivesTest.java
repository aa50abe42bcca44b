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
package io.github.camelhelpdesk.routes.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.routes.docs.GeneratedPage;
import io.github.camelhelpdesk.routes.docs.MarkdownTable;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** docs/what-survives.md says of each pair of providers what has arrived in this test. */
class WhatSurvivesTest {

    private static final GeneratedPage PAGE = new GeneratedPage("docs/what-survives.md");

    @TempDir
    Path directory;

    static Stream<Arguments> pairs() {
        return pairs(true);
    }

    static Stream<Arguments> refusedPairs() {
        return pairs(false);
    }

    private static Stream<Arguments> pairs(boolean sends) {
        return Providers.ALL.stream().flatMap(source -> Providers.ALL.stream()
                .filter(target -> target != source && target.sends() == sends).map(target -> Arguments.of(source, target)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void tableSaysWhatHasArrived(Provider source, Provider target) throws Exception {
        try (ContractDesk from = source.desk();
                ContractDesk to = target.desk();
                OneWayBridge bridge = new OneWayBridge(source, from.simulator(), target, to.simulator(), directory)) {
            Map<RichMessage, String> conversations = new EnumMap<>(RichMessage.class);
            for (RichMessage kind : RichMessage.values()) {
                source.write(from.simulator(), kind).ifPresent(conversation -> conversations.put(kind, conversation));
            }
            bridge.start();
            bridge.await(conversations.keySet().stream().map(RichMessage::mark).toList());
            change(from, conversations);
            bridge.await(conversations.keySet().stream().map(RichMessage::closing).toList());

            PAGE.check(source.scheme() + "-to-" + target.scheme(), "\n" + table(conversations, target, to) + "\n");
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("refusedPairs")
    void readOnlyTargetIsRefusedAtStartUp(Provider source, Provider target) throws IOException {
        try (ContractDesk from = source.desk();
                ContractDesk to = target.desk();
                OneWayBridge bridge = new OneWayBridge(source, from.simulator(), target, to.simulator(), directory)) {
            assertThatThrownBy(bridge::start).hasStackTraceContaining("read-only");
        }
        PAGE.check(source.scheme() + "-to-" + target.scheme(), "\nRefused at start-up: the API of " + target.title()
                + " only reads.\n\n");
    }

    /** What is edited and deleted later, and a last message in each conversation, which moves it. */
    private static void change(ContractDesk from, Map<RichMessage, String> conversations) {
        conversations.forEach((kind, conversation) -> {
            String message = lastMessage(from, conversation);
            if (kind == RichMessage.EDITED) {
                from.edit(conversation, message, RichMessage.NEW_TEXT);
            } else if (kind == RichMessage.DELETED) {
                from.delete(conversation, message);
            }
            from.write(conversation, kind.closing());
        });
    }

    private static String lastMessage(ContractDesk from, String conversation) {
        var entries = from.simulator().history().entries(conversation);
        return entries.get(entries.size() - 1).message();
    }

    private static MarkdownTable table(Map<RichMessage, String> conversations, Provider target, ContractDesk to) {
        MarkdownTable table = new MarkdownTable("what is written", "what arrives", "as a message of", "who sees it");
        for (RichMessage kind : RichMessage.values()) {
            List<String> cells = new ArrayList<>(List.of(kind.title()));
            cells.addAll(conversations.containsKey(kind) ? new Survival(kind, copies(kind, target, to)).cells()
                    : List.of("(the source has none)", "", ""));
            table.row(cells);
        }
        return table;
    }

    /** What stands between the copies of a conversation's first and last message. */
    private static List<StoredMessage> copies(RichMessage kind, Provider target, ContractDesk to) {
        return target.conversations(to.simulator()).stream().map(id -> target.stored(to.simulator(), id))
                .filter(messages -> messages.stream().anyMatch(message -> contains(message, kind.closing()))).findFirst()
                .orElseThrow(() -> new AssertionError("no conversation with " + kind.closing()))
                .stream().filter(message -> !contains(message, kind.closing()) && !contains(message, kind.opening())).toList();
    }

    private static boolean contains(StoredMessage message, String text) {
        return message.text() != null && message.text().contains(text);
    }
}
