/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
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
