package io.github.camelhelpdesk.channelio.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An agent.
 *
 * @param id id of the manager
 * @param name display name
 * @param email e-mail address, or null
 * @param mobileNumber mobile number, or null
 * @param roleId id of the role, or null
 * @param removed whether the manager has left the channel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioManager(String id, String name, String email, String mobileNumber, String roleId, Boolean removed) {

    /** The id only: logs must not carry names. */
    @Override
    public String toString() {
        return "manager " + id;
    }
}
