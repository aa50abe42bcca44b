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
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.util.ObjectHelper;

/** The body of an exchange in the words that all providers share. */
final class NeutralBody {

    private NeutralBody() {
    }

    /**
     * Converts the body.
     *
     * @param type the neutral type
     * @param sources what of a provider can be converted, for messages
     * @throws IllegalArgumentException when it cannot be converted; says nothing of what is in it
     */
    static <T> T of(Message message, Class<T> type, String sources) {
        try {
            return message.getExchange().getContext().getTypeConverter().mandatoryConvertTo(type, message.getExchange(),
                    message.getBody());
        } catch (TypeConversionException | NoTypeConversionAvailableException e) {
            // Without the cause: both it and Camel quote the value, which is a customer's text.
            throw new IllegalArgumentException("The body of type " + ObjectHelper.classCanonicalName(message.getBody())
                    + " cannot be read as a " + type.getSimpleName() + (e.getCause() == null ? ""
                            : " (" + e.getCause().getClass().getSimpleName() + ")")
                    + ": it takes " + sources + ", or JSON or a Map with the fields of " + type.getSimpleName());
        }
    }
}
