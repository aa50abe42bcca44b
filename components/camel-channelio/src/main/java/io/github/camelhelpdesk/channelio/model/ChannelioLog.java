package io.github.camelhelpdesk.channelio.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What happened to a conversation: a message with a log is an entry of the system, not speech.
 *
 * @param action such as assign, close, addTags
 * @param values what it was done with, never null
 * @param triggerType what did it, such as manager
 * @param triggerId who did it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioLog(String action, List<String> values, String triggerType, String triggerId) {

    public ChannelioLog {
        values = NoNulls.of(values);
    }
}
