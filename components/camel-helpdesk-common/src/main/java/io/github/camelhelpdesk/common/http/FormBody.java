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

import org.apache.hc.core5.http.HttpEntity;

/**
 * The body of a call that is not sent as JSON.
 *
 * @param fields what it says, so that a text of it can be kept out of error messages
 * @param entity how it is sent
 */
public record FormBody(Object fields, HttpEntity entity) {

    /** The type only: it holds a customer's text. */
    @Override
    public String toString() {
        return "form";
    }
}
