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
package io.github.camelhelpdesk.routes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;

/**
 * The customers and agents of two desks. What they do is drawn from a seed; what it meets on the other side depends on how far
 * the bridge has come. Besides what they are told to write they make slips: messages that they take back while those are on
 * their way. Nothing else is deleted before it has crossed.
 */
final class People {

    /** What somebody wrote. */
    private record Written(Desk desk, String conversation, String message, String name) {

        void delete() {
            desk.delete(conversation, message);
        }
    }

    private final Random random;
    private final Desk one;
    private final Desk other;
    private final Map<String, Written> written = new LinkedHashMap<>();
    private final List<Written> slips = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private int names;
    private int edits;
    private int deletedCopies;

    People(Desk one, Desk other, long seed) {
        this.one = one;
        this.other = other;
        random = new Random(seed);
    }

    /** A customer or an agent writes; one in forty texts is long. */
    void write(Desk desk, String conversation, boolean asCustomer) {
        String name = next();
        String text = random.nextInt(40) == 0 ? story(name) : name;
        written.put(name, new Written(desk, conversation, say(desk, conversation, text, asCustomer), name));
    }

    /** What people do between two messages, on both sides. */
    void meddle() {
        for (Desk desk : List.of(one, other)) {
            slip(desk);
            desk.writeNote(any(desk.conversations()), next());
            edit(desk);
            edit(desk);
            delete(desk);
            editCopy(desk);
            deleteCopies(desk);
        }
        takeBack(slips.stream().filter(slip -> random.nextBoolean()).toList());
    }

    /** The last slips are taken back. */
    void takeBackAll() {
        takeBack(List.copyOf(slips));
    }

    int edits() {
        return edits;
    }

    int deletions() {
        return gone.size();
    }

    int deletedCopies() {
        return deletedCopies;
    }

    private void takeBack(List<Written> these) {
        these.forEach(Written::delete);
        slips.removeAll(these);
    }

    private void slip(Desk desk) {
        String name = next();
        String conversation = any(desk.conversations());
        slips.add(new Written(desk, conversation, say(desk, conversation, name, random.nextBoolean()), name));
    }

    /** Up to three times in a row, crossed or not. */
    private void edit(Desk desk) {
        Written message = any(at(desk));
        for (int times = random.nextInt(3); times >= 0; times--) {
            desk.edit(message.conversation, message.message, message.name + " changed " + edits++);
        }
    }

    private void delete(Desk desk) {
        Set<String> crossed = copies(desk == one ? other : one).keySet();
        anyOf(at(desk).stream().filter(each -> crossed.contains(each.name)).toList()).ifPresent(message -> {
            gone.add(message.name);
            message.delete();
        });
    }

    /** Which is not carried, whoever may do it. */
    private void editCopy(Desk desk) {
        anyOf(living(desk)).ifPresent(copies -> {
            HistoryEntry copy = copies.get(0);
            desk.edit(copy.conversation(), copy.message(), "Improved by somebody, number " + edits++);
        });
    }

    /** All that the bridge has written of a message so far: its parts, and its edits. */
    private void deleteCopies(Desk desk) {
        anyOf(living(desk)).ifPresent(copies -> {
            gone.add(TwoDesks.name(copies.get(0)));
            deletedCopies++;
            copies.forEach(copy -> desk.delete(copy.conversation(), copy.message()));
        });
    }

    private List<List<HistoryEntry>> living(Desk desk) {
        return copies(desk).entrySet().stream().filter(copy -> written.containsKey(copy.getKey()))
                .filter(copy -> !gone.contains(copy.getKey())).map(Map.Entry::getValue).toList();
    }

    private List<Written> at(Desk desk) {
        return written.values().stream().filter(each -> each.desk == desk && !gone.contains(each.name)).toList();
    }

    private static Map<String, List<HistoryEntry>> copies(Desk desk) {
        return TwoDesks.texts(desk.history(), Origin.API)
                .collect(Collectors.groupingBy(TwoDesks::name, LinkedHashMap::new, Collectors.toList()));
    }

    private static String say(Desk desk, String conversation, String text, boolean asCustomer) {
        return asCustomer ? desk.writeAsCustomer(conversation, text) : desk.writeAsAgent(conversation, text);
    }

    private String next() {
        return String.format("message-%05d", names++);
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private <T> Optional<T> anyOf(List<T> choice) {
        return choice.isEmpty() ? Optional.empty() : Optional.of(any(choice));
    }

    private static String story(String name) {
        return IntStream.range(0, 20).mapToObj(line -> name + ", line " + line + " of a long story.")
                .collect(Collectors.joining("\n"));
    }
}
