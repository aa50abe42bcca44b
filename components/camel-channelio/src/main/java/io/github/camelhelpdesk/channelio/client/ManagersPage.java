package io.github.camelhelpdesk.channelio.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.common.http.Item;

/**
 * A page of managers.
 *
 * @param next where the next page begins; null or empty on the last one
 * @param items the managers
 */
public record ManagersPage(String next, @JsonProperty("managers") List<Item<ChannelioManager>> items)
        implements ListPage<ChannelioManager> {

    public ManagersPage {
        items = items == null ? List.of() : items;
    }
}
