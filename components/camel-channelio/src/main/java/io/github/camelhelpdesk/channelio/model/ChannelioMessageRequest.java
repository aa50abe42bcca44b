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
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A message to be posted.
 *
 * @param blocks the text, its markup characters escaped
 * @param plainText the text without markup, which Channel.io derives when it is null
 * @param files files that an earlier message of the channel holds; Channel.io takes no new ones here
 * @param options such as private or silentToUser
 * @param requestId what the message can be found again with, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioMessageRequest(List<ChannelioBlock> blocks, String plainText, List<ChannelioFile> files,
        List<String> options, String requestId) {

    public ChannelioMessageRequest {
        blocks = NoNulls.of(blocks);
        files = NoNulls.of(files);
        options = NoNulls.of(options);
    }

    /** This request with another {@code requestId}. */
    public ChannelioMessageRequest withRequestId(String other) {
        return new ChannelioMessageRequest(blocks, plainText, files, options, other);
    }

    /** This request with more options. */
    public ChannelioMessageRequest withOptions(List<String> more) {
        List<String> all = Stream.concat(options.stream(), more.stream()).distinct().toList();
        return new ChannelioMessageRequest(blocks, plainText, files, all, requestId);
    }

    /** The request id only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message request " + requestId;
    }
}
