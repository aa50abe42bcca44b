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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.awaitility.Awaitility;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** Has each kind of message written at one provider and carried to another. */
final class CrossingRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Provider source;
    private final Provider target;
    private final ContractDesk from;
    private final ContractDesk to;
    private final OneWayBridge bridge;
    private final Map<RichMessage, String> conversations = new EnumMap<>(RichMessage.class);

    CrossingRun(Provider source, Provider target, Path directory) {
        this.source = source;
        this.target = target;
        from = source.desk();
        to = target.desk();
        bridge = new OneWayBridge(source, from.simulator(), target, to.simulator(), directory);
    }

    /** Only starts the routes. */
    void start() throws Exception {
        bridge.start();
    }

    /** Carries everything, and says what has arrived. */
    Crossing run() throws Exception {
        write();
        bridge.start();
        bridge.await(conversations.keySet().stream().map(RichMessage::mark).toList());
        conversations.forEach(this::change);
        bridge.await(conversations.keySet().stream().map(RichMessage::closing).toList());
        Map<RichMessage, CrossedMessage> messages = new EnumMap<>(RichMessage.class);
        conversations.forEach((kind, conversation) -> messages.put(kind, crossed(kind, conversation)));
        return new Crossing(source, target, messages, fields(messages));
    }

    private Map<String, String> fields(Map<RichMessage, CrossedMessage> messages) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (MessageField field : MessageField.values()) {
            fields.put(field.title(), FieldSurvival.of(field, messages));
        }
        fields.put("status: closed", status(true));
        fields.put("status: opened again", status(false));
        return fields;
    }

    /** At times of which the target's clock cannot be the reason: long before, with milliseconds where the source has them. */
    private void write() {
        SimulatorClock clock = from.simulator().clock();
        clock.fix(Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600).plusMillis(123));
        for (RichMessage kind : RichMessage.values()) {
            source.write(from.simulator(), kind).ifPresent(conversation -> conversations.put(kind, conversation));
        }
        clock.offset(Duration.ofSeconds(-300));
    }

    /** What is edited and deleted later, and a last message in each conversation, which moves it. */
    private void change(RichMessage kind, String conversation) {
        var entries = from.simulator().history().entries(conversation);
        String message = entries.get(entries.size() - 1).message();
        if (kind == RichMessage.EDITED) {
            from.edit(conversation, message, RichMessage.NEW_TEXT);
        } else if (kind == RichMessage.DELETED) {
            from.delete(conversation, message);
        }
        from.write(conversation, kind.closing());
    }

    private CrossedMessage crossed(RichMessage kind, String conversation) {
        String there = copied(kind);
        List<StoredMessage> copies = target.stored(to.simulator(), there).stream().filter(copy -> isBetween(kind, copy.text()))
                .toList();
        List<HelpdeskMessage> all = bridge.readBack(there);
        ConversationAnswers answers = target.answers(to.simulator(), there);
        return new CrossedMessage(kind, bridge.written(conversation).stream().filter(each -> isBetween(kind, each.text()))
                .findFirst(), copies, copies.stream().flatMap(copy -> all.stream().filter(isCopy(copy))).toList(),
                copies.stream().map(copy -> answers.message(copy.id())).toList(), answers.contact(),
                all.stream().filter(each -> contains(each.text(), kind.opening())).findFirst());
    }

    private static Predicate<HelpdeskMessage> isCopy(StoredMessage copy) {
        return message -> message.id().equals(copy.id());
    }

    private String copied(RichMessage kind) {
        return target.conversations(to.simulator()).stream()
                .filter(id -> target.stored(to.simulator(), id).stream()
                        .anyMatch(message -> contains(message.text(), kind.closing())))
                .findFirst().orElseThrow(() -> new AssertionError("no conversation with " + kind.closing()));
    }

    private static boolean isBetween(RichMessage kind, String text) {
        return !contains(text, kind.closing()) && !contains(text, kind.opening());
    }

    private static boolean contains(String text, String part) {
        return text != null && text.contains(part);
    }

    private String status(boolean isClosed) {
        if (!source.showsClosing()) {
            return "(its API does not show it)";
        }
        String conversation = conversations.get(RichMessage.CUSTOMER);
        String there = copied(RichMessage.CUSTOMER);
        if (isClosed) {
            source.close(from.simulator(), conversation);
        } else {
            source.reopen(from.simulator(), conversation);
        }
        BooleanSupplier follows = () -> target.isClosed(to.simulator(), there) == isClosed;
        Awaitility.await(source + " to " + target + (isClosed ? ": closed" : ": opened again")).atMost(PATIENCE)
                .until(follows::getAsBoolean);
        return "kept";
    }

    @Override
    public void close() {
        bridge.close();
        from.close();
        to.close();
    }
}
