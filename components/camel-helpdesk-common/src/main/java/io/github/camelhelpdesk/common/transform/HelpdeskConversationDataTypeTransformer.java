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
package io.github.camelhelpdesk.common.transform;

import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;

/**
 * Turns the body into the neutral conversation, with the event that the header {@code CamelHelpdeskConversationEvent} names.
 * There
 * is one for all providers: each adds a type converter for its own conversations. What a consumer could not read stays as it
 * came.
 */
@DataTypeTransformer(name = "helpdesk:conversation", description = "Turns a conversation of any help desk, JSON or a Map into a HelpdeskConversation")
public class HelpdeskConversationDataTypeTransformer extends Transformer {

    @Override
    public void transform(Message message, DataType from, DataType to) {
        if (!(message.getBody() instanceof HelpdeskConversation) && message.getHeader(HelpdeskConstants.UNREADABLE) == null) {
            message.setBody(NeutralBody.of(message, HelpdeskConversation.class, "a conversation of a help-desk consumer"));
        }
    }
}
