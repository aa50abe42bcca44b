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

import java.net.URI;
import java.net.URISyntaxException;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIBuilder;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;

/** Makes the request of a call: its address, credentials and body. */
final class HttpRequests {

    private final HttpTarget target;

    HttpRequests(HttpTarget target) {
        this.target = target;
    }

    HttpUriRequestBase of(HttpCall call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), uri(call));
        request.setHeader("Accept", target.accept());
        target.credentials().forEach((name, value) -> request.setHeader(new SecretHeader(name, value)));
        if (call.body() instanceof HttpEntity entity) {
            request.setEntity(entity);
        } else if (call.body() instanceof FormBody form) {
            request.setEntity(form.entity());
        } else if (call.body() != null) {
            request.setEntity(new ByteArrayEntity(json(call), ContentType.APPLICATION_JSON));
        }
        return request;
    }

    private URI uri(HttpCall call) {
        String address = target.base() + call.path();
        try {
            return call.query().isEmpty() ? new URI(address) : new URIBuilder(address).addParameters(call.query()).build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(call + ": not a valid path", e);
        }
    }

    private static byte[] json(HttpCall call) {
        try {
            return HelpdeskJson.mapper().writeValueAsBytes(call.body());
        } catch (JsonProcessingException e) {
            // Without the cause: it may quote a customer's text.
            throw new IllegalArgumentException(call + ": the body of type " + call.body().getClass().getName()
                    + " cannot be written as JSON (" + e.getClass().getSimpleName() + "); nothing was sent");
        }
    }
}
