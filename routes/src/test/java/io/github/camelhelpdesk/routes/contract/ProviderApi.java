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
package io.github.camelhelpdesk.routes.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A simulator's API as it answers, without any component in between. */
final class ProviderApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    private final String prefix;
    private final Map<String, String> headers;

    /**
     * @param prefix of all paths: origin and what the API puts in front
     * @param headers of all requests
     */
    ProviderApi(String prefix, Map<String, String> headers) {
        this.prefix = prefix;
        this.headers = headers;
    }

    JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    JsonNode put(String path, Map<String, ?> body) {
        return call("PUT", path, BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    }

    JsonNode post(String path) {
        return call("POST", path, BodyPublishers.ofString("{}"));
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(prefix + path)).method(method, body)
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            return JSON.readTree(bytes(request.build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at an address. */
    static byte[] read(String address) {
        return bytes(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static byte[] bytes(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " got " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
