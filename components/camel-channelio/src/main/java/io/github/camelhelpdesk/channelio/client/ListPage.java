package io.github.camelhelpdesk.channelio.client;

import java.util.List;

import io.github.camelhelpdesk.common.http.Item;

/**
 * A page of a list.
 *
 * @param <T> type of the items
 */
public interface ListPage<T> {

    /** Where the next page begins; null or empty on the last one. */
    String next();

    /** The items in the order of the list, never null. */
    List<Item<T>> items();
}
