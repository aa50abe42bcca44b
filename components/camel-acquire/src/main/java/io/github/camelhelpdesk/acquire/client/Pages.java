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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/**
 * Walks through a list whose paging is not documented. It ends where the answers say so, else where nothing new comes. An item
 * may come twice. When items vanish meanwhile, so that others may have slipped over the edge of a page, or a page is too large,
 * the walk begins anew.
 *
 * @param <T> type of the items
 */
public final class Pages<T> {

    private static final int SHRINKING = 5;
    private static final int MOST_RESTARTS = 10;

    /** Asks for one page. */
    @FunctionalInterface
    public interface Request<T> {
        HttpAnswer<Envelope<T>> page(PageRequest page);
    }

    private final String what;
    private final int firstPage;
    private final Function<T, String> id;
    private final Request<T> request;
    private final Set<String> seen = new HashSet<>();
    private int limit;
    private int number;
    private long offset;
    private long total;
    private int restarts;
    private boolean isStale;
    private boolean isShifted;
    private boolean ended;

    /**
     * @param what the list, as messages name it
     * @param configuration the options of paging
     * @param id id of an item
     * @param request asks for one page
     */
    public Pages(String what, AcquireConfiguration configuration, Function<T, String> id, Request<T> request) {
        this.what = what;
        this.firstPage = configuration.getFirstPage();
        this.limit = configuration.getPageSize();
        this.id = id;
        this.request = request;
        this.number = firstPage;
    }

    /**
     * The next page, null after the last one.
     *
     * @throws HelpdeskException when it cannot be read, or when the list does not advance; a page that failed can be asked for
     *         again
     */
    public HttpAnswer<Envelope<T>> next() {
        while (!ended) {
            HttpAnswer<Envelope<T>> answer = ask();
            Envelope<T> page = answer.body();
            if (page.count() != null && page.count() < total && page.count() > page.items().size()) {
                beginAnew();
                continue;
            }
            total = page.count() == null ? 0 : page.count();
            take(page);
            if (!isStale) {
                return answer;
            }
        }
        return null;
    }

    private void take(Envelope<T> page) {
        int before = seen.size();
        page.items().forEach(item -> seen.add(key(item)));
        int size = page.items().size();
        boolean isAgain = seen.size() == before && size > 0;
        // A server that counts from 1 gives its first page twice.
        boolean isStuck = isAgain && isStale;
        if (isStuck && (page.count() == null ? size >= limit : isMore(page))) {
            throw new HelpdeskException(what + " cannot be read to its end: the same page comes again, so that " + seen.size()
                    + " of " + page.count() + " are known. Try the other value of the options paging and firstPage.",
                    Outcome.UNCLEAR, 0, null, false, null);
        }
        boolean isSecond = number == firstPage + 1;
        isShifted |= isAgain ? !isSecond : seen.size() - before < keys(page);
        ended = size == 0 || isStuck || !isMore(page);
        isStale = isAgain;
        number++;
        offset += size;
    }

    private long keys(Envelope<T> page) {
        return page.items().stream().map(this::key).distinct().count();
    }

    /** Whether an item came on two pages: the list has shifted meanwhile, and one that moved forward may be missing. */
    public boolean isShifted() {
        return isShifted;
    }

    /** Whether there may be more behind a page. */
    private boolean isMore(Envelope<T> page) {
        int size = page.items().size();
        if (page.count() != null && page.count() > size) {
            return seen.size() < page.count();
        }
        // Whether count means all pages is not documented: of a full page it is not believed.
        boolean isKnown = page.limit() != null || page.count() != null;
        int room = page.limit() == null ? limit : Math.min(limit, page.limit());
        return !isKnown || size >= room;
    }

    /** What tells an item from others: its id where it has one. */
    public String key(Item<T> item) {
        String own = item.isReadable() ? id.apply(item.value()) : item.raw().path("id").asText(null);
        return own == null ? String.valueOf(item.hashCode()) : own;
    }

    private HttpAnswer<Envelope<T>> ask() {
        while (true) {
            try {
                return request.page(new PageRequest(number, offset, limit));
            } catch (ResponseTooLargeException e) {
                if (limit == 1) {
                    throw e;
                }
                limit = Math.max(1, limit / SHRINKING);
                beginAnew();
            }
        }
    }

    private void beginAnew() {
        if (++restarts >= MOST_RESTARTS) {
            throw new HelpdeskException(what + ": items vanish faster than the list can be read", Outcome.UNCLEAR, 0, null,
                    false, null);
        }
        seen.clear();
        number = firstPage;
        offset = 0;
        total = 0;
        isStale = false;
        isShifted = false;
    }

    /** All items that there are, as they come. */
    public List<Item<T>> all() {
        List<Item<T>> items = new ArrayList<>();
        for (HttpAnswer<Envelope<T>> page = next(); page != null; page = next()) {
            items.addAll(page.body().items());
        }
        return items;
    }
}
