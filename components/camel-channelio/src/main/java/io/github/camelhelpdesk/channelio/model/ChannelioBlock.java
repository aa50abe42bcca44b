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
 * A part of a message's text.
 *
 * @param type text, code or bullets
 * @param value the text: with markup in a text block, as it is in a code block; null for bullets
 * @param language language of a code block, or null
 * @param blocks the bullets, never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioBlock(String type, String value, String language, List<ChannelioBlock> blocks) {

    public ChannelioBlock {
        blocks = NoNulls.of(blocks);
    }

    /**
     * A text block.
     *
     * @param value the text with its markup; plain text must be escaped
     */
    public static ChannelioBlock text(String value) {
        return new ChannelioBlock("text", value, null, List.of());
    }

    /** The type only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "block " + type;
    }
}
