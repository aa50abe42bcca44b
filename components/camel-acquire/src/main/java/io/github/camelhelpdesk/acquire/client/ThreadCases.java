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
package io.github.camelhelpdesk.acquire.client;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.http.Item;

/** The cases of a thread. */
public final class ThreadCases {

    private final AcquireCase first;
    private final List<AcquireCase> later;

    private ThreadCases(AcquireCase first, List<AcquireCase> later) {
        this.first = first;
        this.later = later;
    }

    /**
     * Reads them.
     *
     * @throws io.github.camelhelpdesk.common.HelpdeskException with status 404 when there is no such thread
     */
    public static ThreadCases of(AcquireClient client, AcquireConfiguration configuration, String threadId) {
        // A thread bears the id of its first case.
        return of(client, configuration, client.cases().get(threadId));
    }

    /** Reads those that follow the first one. */
    public static ThreadCases of(AcquireClient client, AcquireConfiguration configuration, AcquireCase first) {
        List<AcquireCase> later = later(client, configuration, first.id()).filter(Item::isReadable).map(Item::value)
                .filter(each -> !first.id().equals(each.id())).toList();
        return new ThreadCases(first, later);
    }

    /**
     * All cases of a thread, also those that cannot be read, the first one first; some may come twice.
     *
     * @throws io.github.camelhelpdesk.common.HelpdeskException with status 404 when there is no such thread
     */
    public static List<Item<AcquireCase>> items(AcquireClient client, AcquireConfiguration configuration, String threadId) {
        return Stream.concat(Stream.of(client.cases().item(threadId)), later(client, configuration, threadId)).toList();
    }

    /** Those that name the first one as their parent. */
    private static Stream<Item<AcquireCase>> later(AcquireClient client, AcquireConfiguration configuration, String threadId) {
        return where(client, configuration, "parentId", threadId)
                .filter(item -> threadId.equals(
                        item.isReadable() ? item.value().parentId() : item.raw().path("parentId").asText(null)));
    }

    /** All cases with a value in a column; the server is not believed to have filtered them. */
    private static Stream<Item<AcquireCase>> where(AcquireClient client, AcquireConfiguration configuration, String column,
            String value) {
        List<String> filters = List.of(column + "|eq|" + value);
        return new Pages<>("The list of cases", configuration, AcquireCase::id, page -> client.cases().list(filters, page))
                .all()
                .stream();
    }

    /** All cases with a title. */
    public static List<AcquireCase> titled(AcquireClient client, AcquireConfiguration configuration, String title) {
        return where(client, configuration, "title", title).filter(Item::isReadable).map(Item::value)
                .filter(each -> title.equals(each.title())).toList();
    }

    /**
     * Lets a thread go on with a new case, on the channel of its newest one: a closed case is never opened again.
     *
     * @param newest the newest case of the thread
     */
    public static AcquireCase goOn(AcquireClient client, AcquireCase newest) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("threadId", Ids.number(newest.thread()));
        request.put("channel", newest.channel());
        request.put("title", newest.title());
        request.values().removeIf(Objects::isNull);
        return client.cases().create(newest.contactKey(), request);
    }

    /** The first one, whose id is the thread's. */
    public AcquireCase first() {
        return first;
    }

    /** The newest one. */
    public AcquireCase newest() {
        return newest(each -> true).orElseThrow();
    }

    /** The newest one that takes messages; else the newest that is not closed; empty when all are closed. */
    public Optional<AcquireCase> open() {
        return newest(AcquireCase::isActive).or(() -> newest(each -> !each.isClosed()));
    }

    /** All that are not closed. */
    public List<AcquireCase> allOpen() {
        return all().filter(each -> !each.isClosed()).toList();
    }

    private Stream<AcquireCase> all() {
        return Stream.concat(Stream.of(first), later.stream());
    }

    private Optional<AcquireCase> newest(Predicate<AcquireCase> condition) {
        return all().filter(condition).max(Comparator.comparingLong(each -> Ids.order(each.id())));
    }
}
