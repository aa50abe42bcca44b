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

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/**
 * What a consumer has left in the headers for the message that is converted. Another message in the same exchange, out of a
 * list
 * for instance, has none of it.
 */
public final class OwnHeader {

    private OwnHeader() {
    }

    /**
     * A header that belongs to the message.
     *
     * @param exchange where the headers are, or null
     * @param owner name of the header that says whose the others are
     * @param expected its value when they are the message's; null when the message does not know
     * @return its value; null when there is none, or it is another's
     */
    public static <T> T of(Exchange exchange, String owner, Object expected, String name, Class<T> type) {
        if (exchange == null || expected == null) {
            return null;
        }
        Message in = exchange.getMessage();
        return expected.toString().equals(in.getHeader(owner, String.class)) ? in.getHeader(name, type) : null;
    }

    /** The account, when the headers are of a message of that provider; else null. */
    public static String account(Exchange exchange, String provider) {
        return of(exchange, HelpdeskConstants.PROVIDER, provider, HelpdeskConstants.ACCOUNT, String.class);
    }
}
