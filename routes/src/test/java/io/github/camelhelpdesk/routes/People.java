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
    private record Written(Desk desk, String conversation, String message, String name, boolean isLong) {

        void delete() {
            desk.delete(conversation, message);
        }
    }

    private final Random random;
    private final Desk one;
    private final Desk other;
    private final Map<String, Written> written = new LinkedHashMap<>();
    private final List<Written> slips = new ArrayList<>();
    private final Set<String> edited = new HashSet<>();
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
        boolean isLong = random.nextInt(40) == 0;
        String message = say(desk, conversation, isLong ? story(name) : name, asCustomer);
        written.put(name, new Written(desk, conversation, message, name, isLong));
    }

    /** What people do between two messages, on both sides. */
    void meddle() {
        for (Desk desk : List.of(one, other)) {
            slip(desk);
            desk.writeNote(any(desk.conversations()), next());
            edit(desk);
            edit(desk);
            delete(desk);
            deleteCopy(desk);
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
        slips.add(new Written(desk, conversation, say(desk, conversation, name, random.nextBoolean()), name, false));
    }

    /** Up to three times in a row, crossed or not. */
    private void edit(Desk desk) {
        Written message = any(at(desk));
        edited.add(message.name);
        for (int times = random.nextInt(3); times >= 0; times--) {
            desk.edit(message.conversation, message.message, message.name + " changed " + edits++);
        }
    }

    private void delete(Desk desk) {
        Map<String, HistoryEntry> crossed = copies(desk == one ? other : one);
        List<Written> choice = at(desk).stream().filter(each -> crossed.containsKey(each.name)).toList();
        if (!choice.isEmpty()) {
            Written message = any(choice);
            gone.add(message.name);
            message.delete();
        }
    }

    /** Somebody deletes what the bridge wrote, of a message that is in one piece. */
    private void deleteCopy(Desk desk) {
        List<HistoryEntry> choice = copies(desk).entrySet().stream().filter(copy -> isWhole(copy.getKey()))
                .map(Map.Entry::getValue).toList();
        if (!choice.isEmpty()) {
            HistoryEntry copy = any(choice);
            gone.add(TwoDesks.name(copy));
            deletedCopies++;
            desk.delete(copy.conversation(), copy.message());
        }
    }

    private boolean isWhole(String name) {
        return written.containsKey(name) && !written.get(name).isLong && !edited.contains(name) && !gone.contains(name);
    }

    private List<Written> at(Desk desk) {
        return written.values().stream().filter(each -> each.desk == desk && !gone.contains(each.name)).toList();
    }

    private static Map<String, HistoryEntry> copies(Desk desk) {
        return TwoDesks.texts(desk.history(), Origin.API)
                .collect(Collectors.toMap(TwoDesks::name, entry -> entry, (first, later) -> first, LinkedHashMap::new));
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

    private static String story(String name) {
        return IntStream.range(0, 20).mapToObj(line -> name + ", line " + line + " of a long story.")
                .collect(Collectors.joining("\n"));
    }
}
