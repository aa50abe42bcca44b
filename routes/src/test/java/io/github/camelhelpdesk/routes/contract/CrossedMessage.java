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
package io.github.camelhelpdesk.routes.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * A message that was written at one provider, and what the other one has of it in the end.
 *
 * @param original the neutral message as the source's component reads it, with all that happened since; empty when it is gone
 * @param copies what stands for it at the target, as people see it there
 * @param readBack the same as neutral messages, as the target's component reads them
 * @param answers the same as the target's API answers them
 * @param contact the conversation's customer as the target's API answers
 * @param opening the copy of the conversation's first message, read back; empty when the conversation begins with this message
 */
record CrossedMessage(RichMessage kind, Optional<HelpdeskMessage> original, List<StoredMessage> copies,
        List<HelpdeskMessage> readBack, List<JsonNode> answers, JsonNode contact, Optional<HelpdeskMessage> opening) {

    /** All that can be read in the texts of the copies. */
    String texts() {
        return copies.stream().map(StoredMessage::text).filter(text -> text != null).reduce("",
                (all, text) -> all + "\n" + text);
    }

    /** All that the target's API answers. */
    Map<String, JsonNode> places() {
        return AnswerPlaces.of(answers, contact);
    }
}
