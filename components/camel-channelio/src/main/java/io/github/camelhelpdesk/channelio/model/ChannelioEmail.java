package io.github.camelhelpdesk.channelio.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a message has in addition that came or went as a mail.
 *
 * @param direction inbound or outbound
 * @param subject subject, or null
 * @param from sender, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioEmail(String direction, String subject, Address from) {

    /**
     * An address.
     *
     * @param address the address
     * @param name display name, or null
     */
    public record Address(String address, String name) {

        @Override
        public String toString() {
            return "address";
        }
    }

    /** The direction only. */
    @Override
    public String toString() {
        return direction + " mail";
    }
}
