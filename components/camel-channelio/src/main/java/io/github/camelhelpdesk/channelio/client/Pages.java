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
package io.github.camelhelpdesk.channelio.client;

import java.util.HashSet;
import java.util.Set;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/**
 * Walks through the pages of a list. A page that is too large to be read is asked for again with fewer items, and a cursor, or
 * a first item, that comes a second time ends the walk with an error instead of going round for ever.
 *
 * @param <P> type of the pages
 */
public final class Pages<P extends ListPage<?>> {

    private static final int SHRINKING = 5;

    /** Asks for one page. */
    @FunctionalInterface
    public interface Request<P> {
        HttpAnswer<P> page(String cursor, int limit);
    }

    private final String what;
    private final Request<P> request;
    private final Set<String> cursors = new HashSet<>();
    private final Set<String> firstIds = new HashSet<>();
    private String cursor;
    private int limit;
    private boolean ended;

    /**
     * @param what the list, as messages name it
     * @param cursor where to begin, or null for the beginning
     * @param limit items of a page, 1 to 500
     * @param request asks for one page
     */
    public Pages(String what, String cursor, int limit, Request<P> request) {
        this.what = what;
        this.cursor = cursor;
        this.limit = limit;
        this.request = request;
    }

    /**
     * The next page, null after the last one.
     *
     * @throws HelpdeskException when it cannot be read, or when the list does not end; a page that failed can be asked for
     *         again
     */
    public HttpAnswer<P> next() {
        if (ended) {
            return null;
        }
        if (cursor != null && !cursors.add(cursor)) {
            throw endless("the same cursor again");
        }
        HttpAnswer<P> answer = ask();
        String firstId = answer.body().firstId();
        if (firstId != null && !firstIds.add(firstId)) {
            throw endless("a page that begins like one before");
        }
        cursor = answer.body().next();
        ended = cursor == null || cursor.isEmpty() || answer.body().items().isEmpty();
        return answer;
    }

    /** Where the next page begins; null when there is none. */
    public String cursor() {
        return ended ? null : cursor;
    }

    /** Going on would read the same pages for ever: a proxy may have dropped the cursor. */
    private HelpdeskException endless(String sign) {
        return new HelpdeskException(what + " cannot be read to its end: Channel.io gave " + sign + ", after "
                + firstIds.size() + " pages", Outcome.UNCLEAR, 0, null, false, null);
    }

    private HttpAnswer<P> ask() {
        try {
            return smallEnough();
        } catch (HelpdeskException e) {
            cursors.remove(cursor);
            throw e;
        }
    }

    private HttpAnswer<P> smallEnough() {
        while (true) {
            try {
                return request.page(cursor, limit);
            } catch (ResponseTooLargeException e) {
                if (limit == 1) {
                    throw e;
                }
                limit = Math.max(1, limit / SHRINKING);
            }
        }
    }
}
