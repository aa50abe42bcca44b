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
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * Turns the body into the neutral message. There is one for all providers, as Camel finds a transformer by its target only:
 * each provider adds a type converter for its own messages. What a consumer could not read stays as it came, with the header
 * {@code CamelHelpdeskUnreadable}.
 */
@DataTypeTransformer(name = "helpdesk:message", description = "Turns a message of any help desk, JSON or a Map into a HelpdeskMessage")
public class HelpdeskMessageDataTypeTransformer extends Transformer {

    @Override
    public void transform(Message message, DataType from, DataType to) throws Exception {
        if (!(message.getBody() instanceof HelpdeskMessage) && message.getHeader(HelpdeskConstants.UNREADABLE) == null) {
            message.setBody(NeutralBody.of(message, HelpdeskMessage.class, "a message of a help-desk consumer"));
        }
    }
}
