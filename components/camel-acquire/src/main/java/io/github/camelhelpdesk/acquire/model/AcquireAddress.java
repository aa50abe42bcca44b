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
package io.github.camelhelpdesk.acquire.model;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Sender or receiver of a mail or SMS. Answers have objects with {@code Name} and {@code Email} for mails, plain texts for SMS.
 *
 * @param name display name, or null
 * @param address mail address or phone number, or null
 */
@JsonDeserialize(using = AcquireAddress.Reader.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcquireAddress(String name, String address) {

    /** Without name and address, which are a customer's. */
    @Override
    public String toString() {
        return "address";
    }

    static final class Reader extends JsonDeserializer<AcquireAddress> {

        @Override
        public AcquireAddress deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode value = context.readTree(parser);
            if (value.isObject()) {
                return new AcquireAddress(LooseFields.text(value, "name"),
                        LooseFields.text(value, "email", "address", "phone"));
            }
            return new AcquireAddress(null, value.isValueNode() && !value.asText().isBlank() ? value.asText() : null);
        }
    }
}
