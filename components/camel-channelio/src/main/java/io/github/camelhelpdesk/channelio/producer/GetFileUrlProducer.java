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
package io.github.camelhelpdesk.channelio.producer;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;

/** Asks for the address of a file, which is signed and works for a short time. */
final class GetFileUrlProducer extends ChannelioProducer {

    GetFileUrlProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String userChatId = userChatId(exchange);
        String key = ownHeader(exchange, ChannelioConstants.FILE_KEY, String.class);
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("channelio:getFileUrl does not know which file: set the header "
                    + ChannelioConstants.FILE_KEY + " to the key of a file in a message of the conversation");
        }
        return client().messages().fileUrl(userChatId, key);
    }
}
