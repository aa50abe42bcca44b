package io.github.camelhelpdesk.channelio.producer;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;

/** The channel that the key pair belongs to. */
final class GetChannelProducer extends ChannelioProducer {

    GetChannelProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        return client().channel().body();
    }
}
