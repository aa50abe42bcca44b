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
package io.github.camelhelpdesk.common.http;

import java.time.Instant;

/**
 * A readable 2xx answer.
 *
 * @param <T> type of the body
 * @param statusCode HTTP status, 200 to 299
 * @param date the provider's clock when it answered (header {@code Date}, whole seconds), or null when it did not say
 * @param body the parsed body, null when the answer had none
 */
public record HttpAnswer<T>(int statusCode, Instant date, T body) {
}
