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
package io.github.camelhelpdesk.acquire.transform;

import org.apache.camel.spi.DataTypeTransformer;

import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.transform.SendDataTypeTransformer;

/** Turns a message of any help desk into what acquire:sendMessage sends, for routes that want to change it before. */
@DataTypeTransformer(name = "acquire:send", description = "Turns a HelpdeskMessage, or a message of any help desk, into a request of acquire:sendMessage")
public class AcquireSendDataTypeTransformer extends SendDataTypeTransformer {

    public AcquireSendDataTypeTransformer() {
        super(AcquireMessageRequest.class);
    }
}
