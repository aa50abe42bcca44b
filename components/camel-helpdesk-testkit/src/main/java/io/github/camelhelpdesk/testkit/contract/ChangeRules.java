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
package io.github.camelhelpdesk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** Messages that change after they were read. What a provider does not show must not come, and must not disturb the rest. */
final class ChangeRules {

    private ChangeRules() {
    }

    static List<ContractRule> all() {
        return List.of(
                ContractRule.of(ContractTopic.EDITS, "E6: an edit that the provider shows comes once when that is asked for",
                        run -> edited(run, true)),
                ContractRule.of(ContractTopic.EDITS, "E6: an edit does not come when that is not asked for",
                        run -> edited(run, false)),
                ContractRule.of(ContractTopic.DELETIONS,
                        "E5: a deletion that the provider shows comes once, and what follows is not disturbed",
                        ChangeRules::deleted));
    }

    private static void edited(ContractRun run, boolean updates) throws Exception {
        boolean isShown = updates && run.desk.traits().contains(ContractTrait.EDITS);
        String conversation = run.open();
        String first = readOne(run, conversation, updates);
        run.desk.edit(conversation, first, "another text");
        afterTheNext(run, conversation, isShown ? 3 : 2);
        assertEquals(isShown ? List.of("another text") : List.of(),
                run.deliveries.of(ReadMessage.Kind.EDITED).stream().map(ReadMessage::text).toList(), "edits");
    }

    private static void deleted(ContractRun run) throws Exception {
        boolean isShown = run.desk.traits().contains(ContractTrait.DELETIONS);
        String conversation = run.open();
        String first = readOne(run, conversation, true);
        run.desk.delete(conversation, first);
        afterTheNext(run, conversation, isShown ? 3 : 2);
        assertEquals(isShown ? List.of(first) : List.of(),
                run.deliveries.of(ReadMessage.Kind.DELETED).stream().map(ReadMessage::message).toList(), "deletions");
    }

    private static String readOne(ContractRun run, String conversation, boolean updates) throws Exception {
        String first = run.write(conversation, 1);
        run.start(new Reading(Reading.Start.BEGINNING, false, updates, message -> {
        }));
        run.awaitCount(1);
        run.awaitPolls(1);
        return first;
    }

    /** A change alone need not move a conversation; the next message does. */
    private static void afterTheNext(ContractRun run, String conversation, int messages) {
        run.write(conversation, 1);
        run.awaitCount(messages);
        run.awaitAll();
    }
}
