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
package io.github.camelhelpdesk.sync.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two help desks and what is written in them: all that survives a power cut outside of the ledger. Every change is made under
 * the
 * world's lock, so that a picture of it shows one moment.
 */
final class World {

    /**
     * One message as its desk keeps it.
     *
     * @param marker the marker of a copy, null for what a person wrote
     */
    record Entry(String conversation, String id, String text, String marker) {

        boolean isByPerson() {
            return marker == null;
        }
    }

    /** A change that a request on its way still makes. */
    interface Landing {
        void land(World world);
    }

    private final Map<String, Desk> desks;
    private Landing late;

    World() {
        this(Map.of("a", new Desk(Map.of(), Map.of(), 0), "b", new Desk(Map.of(), Map.of(), 0)));
    }

    private World(Map<String, Desk> desks) {
        this.desks = new LinkedHashMap<>(desks);
    }

    /** The world as it is now, to go on by itself. */
    synchronized World picture() {
        Map<String, Desk> copies = new LinkedHashMap<>();
        desks.forEach((name, desk) -> copies.put(name, new Desk(desk.conversations, desk.keys, desk.numbers)));
        return new World(copies);
    }

    /** A request is on its way, whatever happens to who sent it. */
    synchronized World with(Landing onItsWay) {
        late = onItsWay;
        return this;
    }

    /** What is on its way lands. */
    synchronized void land() {
        if (late != null) {
            Landing landing = late;
            late = null;
            landing.land(this);
        }
    }

    /** A person writes; a new conversation is opened when there is none of that id. */
    synchronized void write(String desk, String conversation, String text) {
        add(desk, conversation, text, null);
    }

    /** A copy arrives. */
    synchronized String store(String desk, String conversation, String text, String marker) {
        if (!desks.get(desk).conversations.containsKey(conversation)) {
            throw new IllegalStateException("There is no conversation " + conversation + " at " + desk);
        }
        return add(desk, conversation, text, marker);
    }

    private String add(String name, String conversation, String text, String marker) {
        Desk desk = desks.get(name);
        String id = name + "-m" + ++desk.numbers;
        desk.conversations.computeIfAbsent(conversation, any -> new ArrayList<>())
                .add(new Entry(conversation, id, text, marker));
        return id;
    }

    /** The conversation of a key, if it was opened. */
    synchronized String find(String desk, String key) {
        return desks.get(desk).keys.get(key);
    }

    /** The key that a conversation was opened by, if it was opened by one. */
    synchronized String key(String name, String conversation) {
        return desks.get(name).keys.entrySet().stream().filter(entry -> entry.getValue().equals(conversation))
                .map(Map.Entry::getKey).findAny().orElse(null);
    }

    /** Opens a conversation, a second one for the same key when it is asked twice. */
    synchronized String open(String name, String key) {
        Desk desk = desks.get(name);
        String conversation = name + "-c" + ++desk.numbers;
        desk.conversations.put(conversation, new ArrayList<>());
        desk.keys.put(key, conversation);
        return conversation;
    }

    synchronized List<String> conversations(String desk) {
        return List.copyOf(desks.get(desk).conversations.keySet());
    }

    synchronized List<Entry> messages(String desk, String conversation) {
        return List.copyOf(desks.get(desk).conversations.getOrDefault(conversation, List.of()));
    }

    private static final class Desk {

        private final Map<String, List<Entry>> conversations = new LinkedHashMap<>();
        private final Map<String, String> keys;
        private int numbers;

        Desk(Map<String, List<Entry>> conversations, Map<String, String> keys, int numbers) {
            conversations.forEach((id, messages) -> this.conversations.put(id, new ArrayList<>(messages)));
            this.keys = new LinkedHashMap<>(keys);
            this.numbers = numbers;
        }
    }
}
