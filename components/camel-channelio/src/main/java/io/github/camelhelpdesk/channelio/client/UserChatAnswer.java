package io.github.camelhelpdesk.channelio.client;

import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;

/**
 * A conversation and its customer.
 *
 * @param userChat the conversation
 * @param user its customer, or null
 */
public record UserChatAnswer(ChannelioUserChat userChat, ChannelioUser user) {
}
