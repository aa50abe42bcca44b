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

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What {@code POST /voip/send-sms} answers: the message is one level deeper than elsewhere.
 *
 * @param data the message
 * @param cas the case
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcquireSmsAnswer(AcquireMessage data, @JsonAlias("case") AcquireCase cas) {
}
