package io.github.camelhelpdesk.sync.view;

import java.util.List;

/**
 * The state of one link, as the console and {@code GET /api/links} show it.
 *
 * @param link  the link's name, as in {@code helpdesk-sync:<link>}
 * @param flows one per direction that the link has carried or is carrying
 */
public record LinkStatus(String link, List<FlowStatus> flows) {
}
