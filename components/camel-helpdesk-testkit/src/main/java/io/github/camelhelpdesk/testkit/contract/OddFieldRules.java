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

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.testkit.contract.OddFields.OddField;

/** Whatever one field of an answer holds, it harms nothing but itself, and even that is not lost. */
final class OddFieldRules {

    private OddFieldRules() {
    }

    static List<ContractRule> all() {
        return List.of(
                rule("Whatever one field of a message holds, it comes once, and the others as usual", OddFieldRules::messages),
                rule("Whatever one field of a conversation holds, its messages and those of the others come once",
                        OddFieldRules::conversations));
    }

    private static ContractRule rule(String name, ContractRule.Check check) {
        return ContractRule.of(ContractTopic.ITEMS, name, check);
    }

    /** Each field has a conversation of its own, in which every other message has an odd value there. */
    private static void messages(ContractRun run) throws Exception {
        OddFields fields = new OddFields(run.desk::messageOf);
        String first = run.open();
        Set<String> known = new HashSet<>(List.of(first, run.write(first, 1)));
        see(run, fields);
        Map<OddField, String> conversations = new LinkedHashMap<>();
        for (String path : fields.paths()) {
            String conversation = run.open();
            for (String value : OddFields.VALUES) {
                run.write(conversation, 1);
                String odd = run.desk.write(conversation, run.nextText());
                conversations.put(fields.put(odd, path, value, known), conversation);
            }
            run.write(conversation, 1);
        }
        run.start(Reading.Start.BEGINNING);
        Patience.await(() -> missing(run, conversations).isEmpty(), () -> "missing: " + missing(run, conversations));
        // What is written from now on comes as well.
        run.expected().keySet().forEach(conversation -> run.write(conversation, 1));
        awaitUsual(run);
        assertEquals(List.of(), elsewhere(run, conversations), "odd messages that came more than once, or elsewhere");
    }

    private static List<String> missing(ContractRun run, Map<OddField, String> conversations) {
        Set<String> ids = run.deliveries.all().stream().map(ReadMessage::message).collect(Collectors.toSet());
        return conversations.keySet().stream().filter(field -> !field.isId() && !ids.contains(field.id()))
                .map(OddField::toString).toList();
    }

    private static List<String> elsewhere(ContractRun run, Map<OddField, String> conversations) {
        Map<String, List<String>> comings = run.deliveries.all().stream().filter(message -> message.message() != null)
                .collect(Collectors.groupingBy(ReadMessage::message,
                        Collectors.mapping(message -> String.valueOf(message.conversation()), Collectors.toList())));
        return conversations.entrySet().stream()
                .filter(odd -> !odd.getKey().isId() || comings.containsKey(odd.getKey().id()))
                .filter(odd -> !List.of(odd.getValue()).equals(comings.get(odd.getKey().id())))
                .map(odd -> odd.getKey() + " came in " + comings.get(odd.getKey().id())).toList();
    }

    private static Map<String, List<String>> usual(ContractRun run) {
        Map<String, List<String>> all = new TreeMap<>(run.deliveries.texts());
        Set<String> expected = run.expected().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        all.values().forEach(texts -> texts.retainAll(expected));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** Each value of each field has a conversation of its own. */
    private static void conversations(ContractRun run) throws Exception {
        OddFields fields = new OddFields(run.desk::conversationOf);
        String known = run.open();
        run.write(known, 1);
        see(run, fields);
        Map<String, OddField> odd = new LinkedHashMap<>();
        for (String path : fields.paths()) {
            run.write(run.open(), 1);
            for (String value : values(path)) {
                String conversation = run.open();
                odd.put(conversation, fields.put(conversation, path, value, Set.of(known)));
                if (odd.get(conversation).isId()) {
                    // It cannot be found; it must not be in the way.
                    run.desk.write(conversation, run.nextText());
                } else {
                    run.write(conversation, 1);
                }
            }
        }
        run.start(Reading.Start.BEGINNING);
        Patience.await(() -> unread(run).isEmpty(),
                () -> "conversations not read: " + unread(run).stream().sorted().map(id -> id + " " + odd.get(id)).toList());
        // What is written from now on comes as well.
        run.write(known, 1);
        run.write(run.open(), 1);
        awaitUsual(run);
    }

    /** All that is expected has come, once and in order. */
    private static void awaitUsual(ContractRun run) {
        Patience.await(() -> usual(run).equals(run.expected()), () -> "expected " + run.expected() + ", came " + usual(run));
        run.awaitPolls(3);
        assertEquals(run.expected(), usual(run), "the others, by conversation");
    }

    private static List<String> values(String path) {
        int depth = path.split("/").length - 1;
        return depth == 1 ? OddFields.VALUES : depth == 2 ? OddFields.FEW_VALUES : List.of();
    }

    private static List<String> unread(ContractRun run) {
        Map<String, List<String>> texts = run.deliveries.texts();
        return run.expected().keySet().stream().filter(conversation -> !texts.containsKey(conversation)).toList();
    }

    /** Lets the consumer read what there is, to see which fields it has, and stops it. */
    private static void see(ContractRun run, OddFields fields) throws Exception {
        run.desk.simulator().faults().onAny().then(fields);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
        run.stop();
    }
}
