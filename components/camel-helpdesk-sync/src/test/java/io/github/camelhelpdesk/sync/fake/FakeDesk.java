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
package io.github.camelhelpdesk.sync.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** A help desk in memory. It outlives the Camel contexts that talk to it, as a provider outlives our restarts. */
public final class FakeDesk {

    /** One message as the desk keeps it. */
    public record Stored(String conversation, String id, String marker, String text, boolean isPrivate) {
    }

    /** One call of the sender, as it came. */
    public record Call(String conversation, String text, String marker, boolean inDoubt, Instant notFoundFrom, String afterId,
            String prefix, String subjectLine, String replyTo, String replaces, List<String> files, boolean mayWaitForFiles,
            long atNanos) {
    }

    /** Plays a trick on a call; what it throws, the sender gets. */
    public interface Trick {
        void play(Call call);
    }

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final List<ConversationRequest> requests = new CopyOnWriteArrayList<>();
    public final AtomicInteger checks = new AtomicInteger();
    public final AtomicInteger atOnce = new AtomicInteger();
    public final AtomicInteger mostAtOnce = new AtomicInteger();
    public final List<String> deletions = new CopyOnWriteArrayList<>();
    public volatile Set<SideCapability> capabilities = Set.of();
    public volatile Runnable beforeDelete = () -> {
    };
    public volatile Trick beforeSend = call -> {
    };
    public volatile Trick afterSend = call -> {
    };
    public volatile Trick lookUp = call -> {
    };
    public volatile Runnable beforeOpen = () -> {
    };
    public volatile Runnable afterOpen = () -> {
    };
    public volatile Runnable check = () -> {
    };
    public volatile Runnable identity = () -> {
    };
    /** What people have written here, as the desk shows it. */
    public final List<HelpdeskMessage> written = new CopyOnWriteArrayList<>();
    public volatile Consumer<String> beforeList = conversation -> {
    };
    public volatile Runnable beforeReread = () -> {
    };
    public volatile Duration settleTime = Duration.ofMillis(300);
    public volatile boolean recordCalls = true;

    /** Whether it keeps the marks of messages where they can be read. */
    public volatile boolean keepsMarks = true;
    /** Whether it tells by which key a conversation was opened. */
    public volatile boolean tellsKeys = true;
    public volatile Trick beforeKey = call -> {
    };
    /** Texts of which nobody was told. */
    public final List<String> silent = new CopyOnWriteArrayList<>();
    public volatile Runnable checkSilent = () -> {
    };

    /** Calls that closed or opened a conversation. */
    public final List<String> statusCalls = new CopyOnWriteArrayList<>();
    public volatile Consumer<String> beforeStatus = conversation -> {
    };
    public volatile Consumer<String> afterStatus = conversation -> {
    };
    /** Between what the sync is answered about a status and its getting there. */
    public volatile Consumer<String> afterAskedStatus = conversation -> {
    };

    private final Map<String, ConversationStatus> statuses = new ConcurrentHashMap<>();
    private final String account;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Stored>> conversations = new ConcurrentHashMap<>();
    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    public FakeDesk(String account) {
        this.account = account;
    }

    public String account() {
        return account;
    }

    public OpenedConversation open(ConversationRequest request) {
        requests.add(request);
        beforeOpen.run();
        String created = account + "-c" + numbers.incrementAndGet();
        String there = byKey.putIfAbsent(request.key(), created);
        String conversation = there == null ? created : there;
        conversations.computeIfAbsent(conversation, any -> new CopyOnWriteArrayList<>());
        afterOpen.run();
        return new OpenedConversation(conversation, there != null);
    }

    /** The conversation that was opened last. */
    public String newest() {
        return byKey.values().stream().max(Comparator.comparingInt(FakeDesk::number)).orElseThrow();
    }

    private static int number(String conversation) {
        return Integer.parseInt(conversation.substring(conversation.lastIndexOf('c') + 1));
    }

    /** The sync closes or opens a conversation. */
    public void setStatus(String conversation, ConversationStatus status) {
        statusCalls.add(conversation + " " + status);
        beforeStatus.accept(conversation);
        checkThere(conversation);
        statuses.put(conversation, status);
        afterStatus.accept(conversation);
    }

    /** A person closes or opens a conversation. */
    public void change(String conversation, ConversationStatus status) {
        statuses.put(conversation, status);
    }

    public ConversationStatus status(String conversation) {
        checkThere(conversation);
        return statuses.getOrDefault(conversation, ConversationStatus.OPEN);
    }

    /** A person writes. */
    public Stored write(String conversation, String text) {
        checkThere(conversation);
        Stored stored = new Stored(conversation, account + "-m" + numbers.incrementAndGet(), null, text, false);
        conversations.computeIfAbsent(conversation, any -> new CopyOnWriteArrayList<>()).add(stored);
        return stored;
    }

    /** Takes a conversation away for good. */
    public void remove(String conversation) {
        gone.add(conversation);
        conversations.remove(conversation);
        byKey.values().remove(conversation);
    }

    public void checkThere(String conversation) {
        if (gone.contains(conversation)) {
            throw new HelpdeskException("There is no conversation " + conversation, HelpdeskException.Outcome.REFUSED, 404,
                    null,
                    false, null);
        }
    }

    public Optional<String> key(String conversation) {
        beforeKey.play(null);
        checkThere(conversation);
        return byKey.entrySet().stream().filter(entry -> tellsKeys && entry.getValue().equals(conversation))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public Set<String> conversations() {
        return Set.copyOf(conversations.keySet());
    }

    /** The message as its consumer emits it. */
    public HelpdeskMessage read(Stored stored) {
        boolean ours = stored.marker() != null;
        return HelpdeskMessage.builder().provider("fake").account(account).conversationId(stored.conversation()).id(stored.id())
                .text(stored.text()).marker(keepsMarks ? stored.marker() : null)
                .author(new Author(ours ? AuthorType.BOT : AuthorType.AGENT, ours ? "us" : "person", "Ann", null, null))
                .contact(new Contact("u-" + stored.conversation(), null, "Mina", null, null)).createdAt(Instant.now()).build();
    }

    public String store(Call call, boolean isPrivate) {
        checkThere(call.conversation());
        Stored stored = new Stored(call.conversation(), account + "-m" + numbers.incrementAndGet(), call.marker(), call.text(),
                isPrivate);
        conversations.computeIfAbsent(call.conversation(), any -> new CopyOnWriteArrayList<>()).add(stored);
        return stored.id();
    }

    /** Puts a new text in the place of an old one. */
    public String replace(Call call) {
        checkThere(call.conversation());
        List<Stored> messages = conversations.get(call.conversation());
        messages.replaceAll(stored -> stored.id().equals(call.replaces())
                ? new Stored(stored.conversation(), stored.id(), call.marker(), call.text(), stored.isPrivate())
                : stored);
        return call.replaces();
    }

    /** Deletes a message; one that is gone counts as deleted. */
    public void delete(String conversation, String id) {
        deletions.add(conversation + "/" + id);
        beforeDelete.run();
        conversations.getOrDefault(conversation, new CopyOnWriteArrayList<>()).removeIf(stored -> stored.id().equals(id));
    }

    public String find(String conversation, String marker) {
        return messages(conversation).stream().filter(message -> marker.equals(message.marker())).map(Stored::id).findFirst()
                .orElse(null);
    }

    public List<Stored> messages(String conversation) {
        return List.copyOf(conversations.getOrDefault(conversation, List.of()));
    }

    public List<Stored> all() {
        return conversations.values().stream().flatMap(List::stream).toList();
    }

    public List<String> texts() {
        return all().stream().map(Stored::text).toList();
    }

    /** Takes a message away, as if it had never been there. */
    public void remove(String conversation, String id) {
        conversations.get(conversation).removeIf(message -> message.id().equals(id));
    }

    /** What people and we have written, the oldest first. */
    public List<HelpdeskMessage> list(String provider, String conversation) {
        beforeList.accept(conversation);
        Stream<HelpdeskMessage> copies = messages(conversation).stream().map(copy -> HelpdeskMessage.builder()
                .provider(provider).account(account).conversationId(conversation).id(copy.id()).text(copy.text())
                .marker(copy.marker()).author(new Author(AuthorType.AGENT, "us", null, null, null)).createdAt(Instant.now())
                .build());
        return Stream.concat(written.stream().filter(message -> message.conversationId().equals(conversation)), copies)
                .toList();
    }

    public int conversationCount() {
        return conversations.size();
    }

    /** The texts of the conversation that stands for the one with this text in it. */
    public List<List<String>> textsByConversation() {
        return conversations.values().stream().map(list -> list.stream().map(Stored::text).toList()).toList();
    }

    public List<Call> callsFor(String text) {
        return calls.stream().filter(call -> call.text().equals(text)).toList();
    }
}
