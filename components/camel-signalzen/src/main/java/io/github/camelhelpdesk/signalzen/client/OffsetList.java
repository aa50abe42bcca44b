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
package io.github.camelhelpdesk.signalzen.client;

import java.util.function.Function;

import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/**
 * A list that is read by offset and limit. The limit becomes smaller where an answer would be too large, or where the provider
 * gives less than was asked for although there is more.
 *
 * @param <T> type of the items
 */
public final class OffsetList<T> {

    private static final int SHRINKING = 3;

    /** Asks for one page. */
    @FunctionalInterface
    public interface Request<T> {
        HttpAnswer<? extends ListPage<T>> page(int offset, int limit);
    }

    private final String what;
    private final Request<T> request;
    private final Function<T, String> id;
    private final int overlap;
    private int limit = SignalzenClient.LARGEST_PAGE;

    /**
     * @param what the list, as messages name it
     * @param request asks for one page
     * @param id tells the id of an item
     * @param overlap by how many items parts overlap, 1 or more
     */
    public OffsetList(String what, Request<T> request, Function<T, String> id, int overlap) {
        this.what = what;
        this.request = request;
        this.id = id;
        this.overlap = overlap;
    }

    /** The part that begins at an offset. */
    public Part<T> at(int offset) {
        while (true) {
            int asked = limit;
            try {
                return part(offset, asked, request.page(offset, asked));
            } catch (ResponseTooLargeException e) {
                if (asked == 1) {
                    throw e;
                }
                limit = Math.max(1, asked / SHRINKING);
            }
        }
    }

    /** A full page is never the last: the total may be too low. */
    private Part<T> part(int offset, int asked, HttpAnswer<? extends ListPage<T>> answer) {
        ListPage<T> page = answer.body();
        int size = page.items().size();
        long missing = page.total() == null ? 0 : page.total() - offset - size;
        boolean isLast = size == 0 || size < asked && missing <= 0;
        if (size > 0 && size < asked && missing >= asked) {
            limit = size;
        }
        return new Part<>(offset, page.items(), page.total(), answer.date(), isLast);
    }

    /** Walks from an offset towards higher ones. */
    public Walk<T> up(int from) {
        return new UpWalk<>(this, from);
    }

    /** Walks from a part towards lower offsets. */
    public Walk<T> down(Part<T> from) {
        return new DownWalk<>(this, from);
    }

    String what() {
        return what;
    }

    int limit() {
        return limit;
    }

    /** How far a part may reach into a neighbour of a size, so that each step gets on. */
    int overlap(int size) {
        return Math.min(overlap, size / 2);
    }

    Function<T, String> id() {
        return id;
    }
}
