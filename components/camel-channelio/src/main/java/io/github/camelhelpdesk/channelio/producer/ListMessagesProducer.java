package io.github.camelhelpdesk.channelio.producer;

import java.util.Collections;
import java.util.List;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;

/** The newest messages of a conversation, oldest first. */
final class ListMessagesProducer extends ChannelioProducer {

    ListMessagesProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String userChatId = userChatId(exchange);
        List<ChannelioMessage> messages = collect(exchange, new Pages<>("The list of messages of userChat " + userChatId, null,
                PAGE, (cursor, limit) -> client().messages(userChatId, "desc", cursor, limit)));
        Collections.reverse(messages);
        return messages;
    }
}
