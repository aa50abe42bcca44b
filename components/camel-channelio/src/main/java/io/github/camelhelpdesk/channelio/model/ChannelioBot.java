package io.github.camelhelpdesk.channelio.model;

/**
 * A bot.
 *
 * @param id id of the bot
 * @param name display name
 */
public record ChannelioBot(String id, String name) {
}
