package io.github.camelhelpdesk.channelio.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is to be known of a user.
 *
 * @param profile values that win over what is there, such as name, email, mobileNumber
 * @param profileOnce values that are set only where there are none
 * @param tags tags
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioUserRequest(Map<String, Object> profile, Map<String, Object> profileOnce, List<String> tags) {

    /** The class only: logs must not carry names. */
    @Override
    public String toString() {
        return "user request";
    }
}
