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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the consumer under test has handed on, in its order. Safe for many threads. */
final class Deliveries {

    private final List<ReadMessage> all = new ArrayList<>();

    synchronized void add(ReadMessage message) {
        all.add(message);
    }

    synchronized List<ReadMessage> all() {
        return List.copyOf(all);
    }

    synchronized int count() {
        return all.size();
    }

    List<ReadMessage> of(ReadMessage.Kind kind) {
        return all().stream().filter(message -> message.kind() == kind).toList();
    }

    /** The texts of new messages by conversation. */
    Map<String, List<String>> texts() {
        return of(ReadMessage.Kind.NEW).stream().collect(Collectors.groupingBy(message -> Objects.toString(
                message.conversation()), Collectors.mapping(ReadMessage::text, Collectors.toList())));
    }
}
