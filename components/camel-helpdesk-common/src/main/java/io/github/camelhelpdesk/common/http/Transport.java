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

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskJson;

/** Makes calls to one account of one provider. Safe for use by several threads. */
public interface Transport {

    /**
     * Makes a call and reads the answer as JSON.
     *
     * @param call the call
     * @param type what to read the body as
     * @return the answer, always 2xx
     * @throws HelpdeskException for everything else
     */
    <T> HttpAnswer<T> send(HttpCall call, JavaType type);

    /** As {@link #send(HttpCall, JavaType)}. */
    default <T> HttpAnswer<T> send(HttpCall call, Class<T> type) {
        return send(call, HelpdeskJson.mapper().constructType(type));
    }

    /** As {@link #send(HttpCall, JavaType)}. */
    default <T> HttpAnswer<T> send(HttpCall call, TypeReference<T> type) {
        return send(call, HelpdeskJson.mapper().constructType(type));
    }
}
