package io.github.camelhelpdesk.channelio.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A channel: the account that a key pair belongs to.
 *
 * @param id id of the channel
 * @param name name of the channel
 * @param botName name of its own bot
 * @param timeZone time zone, such as Asia/Seoul
 * @param state such as active
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioChannel(String id, String name, String botName, String timeZone, String state) {
}
