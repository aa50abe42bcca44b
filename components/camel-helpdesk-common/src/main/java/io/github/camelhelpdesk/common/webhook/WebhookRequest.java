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
package io.github.camelhelpdesk.common.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A webhook as it came, before anybody has looked into it.
 *
 * @param method the HTTP method
 * @param headers the HTTP headers; their names are compared without case where the map does so
 * @param query the query string as it came, or null
 * @param body the bytes of the body, exactly as received
 */
public record WebhookRequest(String method, Map<String, Object> headers, String query, byte[] body) {

    /**
     * The request that an HTTP server of Camel has put into an exchange.
     *
     * @param limit the most bytes of the body that are read, and one more to tell that there are more
     */
    static WebhookRequest of(Exchange exchange, int limit) throws IOException {
        Message message = exchange.getMessage();
        return new WebhookRequest(message.getHeader(Exchange.HTTP_METHOD, String.class), message.getHeaders(),
                message.getHeader(Exchange.HTTP_QUERY, String.class), body(message, limit));
    }

    private static byte[] body(Message message, int limit) throws IOException {
        if (message.getBody() instanceof InputStream stream) {
            return stream.readNBytes(limit + 1);
        }
        byte[] bytes = message.getBody(byte[].class);
        return bytes == null ? new byte[0] : bytes;
    }

    /** The value of a header; null when there is none, or more than one. */
    public String header(String name) {
        return headers.get(name) instanceof String value ? value : null;
    }

    /** The first value of a query parameter, decoded; null when there is none, or it cannot be decoded. */
    public String parameter(String name) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The method only: everything else may be secret. */
    @Override
    public String toString() {
        return "WebhookRequest[" + method + ", " + body.length + " bytes]";
    }
}
