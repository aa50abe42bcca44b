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
import org.apache.camel.TypeConverter;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * Turns a message of any help desk into what a provider's {@code sendMessage} sends, for routes that want to change it before.
 */
public abstract class SendDataTypeTransformer extends Transformer {

    private final Class<?> request;

    /** @param request the provider's own request */
    protected SendDataTypeTransformer(Class<?> request) {
        this.request = request;
    }

    @Override
    public final void transform(Message message, DataType from, DataType to) throws Exception {
        if (request.isInstance(message.getBody())) {
            return;
        }
        TypeConverter converter = message.getExchange().getContext().getTypeConverter();
        HelpdeskMessage neutral = converter.mandatoryConvertTo(HelpdeskMessage.class, message.getExchange(), message.getBody());
        message.setBody(converter.mandatoryConvertTo(request, message.getExchange(), neutral));
    }
}
