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

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.Route;
import org.apache.camel.main.Main;

import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.consumer.Reread;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.view.FlowStatus;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** A Channel.io and a Chatwoot, and Camel Main with one link between them; nothing runs until {@code main.start()}. */
final class TwoDesks implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern MESSAGE = Pattern.compile("message-\\d+");

    final ChannelioSimulator channelio = ChannelioSimulator.start();
    final ChatwootSimulator chatwoot = ChatwootSimulator.start();
    final Main main = new Main();

    TwoDesks(Path directory, String routes) {
        main.addOverrideProperty("camel.main.routes-include-pattern", routes);
        set("helpdesk-sync.ledger-file", directory.resolve("ledger.db"));
        set("helpdesk-sync.redelivery-delay", 50);
        set("channelio.base-url", channelio.baseUrl());
        set("channelio.access-key", channelio.accessKey());
        set("channelio.secret-key", channelio.secretKey());
        set("channelio.requests-per-minute", 0);
        set("chatwoot.base-url", chatwoot.baseUrl());
        set("chatwoot.account-id", chatwoot.accountId());
        set("chatwoot.access-token", chatwoot.accessToken());
        set("chatwoot.requests-per-minute", 0);
    }

    /** Sets an option of a component. */
    void set(String option, Object value) {
        main.addOverrideProperty("camel.component." + option, String.valueOf(value));
    }

    List<FlowStatus> flows() {
        return main.getCamelContext().getComponent("helpdesk-sync", HelpdeskSyncComponent.class).ledgerView().links().get(0)
                .flows();
    }

    /** All ends are written and both desks have been read again, so that a copy that comes back would have come. */
    void awaitQuiet() {
        await().atMost(PATIENCE).until(() -> flows().stream().allMatch(flow -> flow.pending() == 0));
        long before = written();
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> written() == before);
    }

    /** Reads all of both desks again, as an operator does to find what moved no conversation. */
    void rereadAll() {
        List<Reread> rereads = main.getCamelContext().getRoutes().stream().map(Route::getConsumer)
                .filter(MessagesConsumer.class::isInstance)
                .map(consumer -> ((MessagesConsumer) consumer).reread(Instant.EPOCH)).toList();
        await().atMost(PATIENCE).until(() -> rereads.stream().allMatch(Reread::isEnded));
    }

    /** Which conversation stands for which, by the copies at the target of what people wrote at the source. */
    static Map<String, String> counterparts(History source, History target) {
        Map<String, String> originals = new TreeMap<>();
        texts(source, HistoryEntry.Origin.TEST).forEach(entry -> originals.put(name(entry), entry.conversation()));
        Map<String, String> counterparts = new TreeMap<>();
        texts(target, HistoryEntry.Origin.API).filter(entry -> originals.containsKey(name(entry)))
                .forEach(entry -> counterparts.put(originals.get(name(entry)), entry.conversation()));
        return counterparts;
    }

    static Map<String, String> inverse(Map<String, String> map) {
        Map<String, String> inverse = new TreeMap<>();
        map.forEach((key, value) -> inverse.put(value, key));
        return inverse;
    }

    /** What came in through the API at a desk, as {@code message-0001} and so on. */
    static Stream<HistoryEntry> texts(History history, HistoryEntry.Origin origin) {
        return history.entries().stream().filter(entry -> entry.origin() == origin)
                .filter(entry -> entry.kind() == HistoryEntry.Kind.WRITTEN && name(entry) != null);
    }

    /** The {@code message-0001} in a text, null without one. */
    static String name(HistoryEntry entry) {
        Matcher name = MESSAGE.matcher(entry.text() == null ? "" : entry.text());
        return name.find() ? name.group() : null;
    }

    private long written() {
        return channelio.history().writtenByApi() + chatwoot.history().writtenByApi();
    }

    @Override
    public void close() {
        main.stop();
        channelio.close();
        chatwoot.close();
    }
}
