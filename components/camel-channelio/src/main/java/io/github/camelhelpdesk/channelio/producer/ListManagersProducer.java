package io.github.camelhelpdesk.channelio.producer;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.Pages;

/** The agents of the channel. */
final class ListManagersProducer extends ChannelioProducer {

    ListManagersProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        return collect(exchange,
                new Pages<>("The list of managers", null, PAGE, (cursor, limit) -> client().managers(cursor, limit)));
    }
}
