package io.github.camelhelpdesk.channelio.producer;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.UserChatAnswer;

/** A conversation; its customer becomes a header. */
final class GetUserChatProducer extends ChannelioProducer {

    GetUserChatProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        UserChatAnswer answer = client().userChat(userChatId(exchange));
        exchange.getMessage().setHeader(ChannelioConstants.USER_CHAT_ID, answer.userChat().id());
        exchange.getMessage().setHeader(ChannelioConstants.USER, answer.user());
        return answer.userChat();
    }
}
