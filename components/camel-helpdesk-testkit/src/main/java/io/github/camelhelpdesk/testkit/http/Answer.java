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
package io.github.camelhelpdesk.testkit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a simulator sends back.
 *
 * @param headers sent beside the content type
 * @param delay held back for this long after the request was worked off
 * @param ending how the connection ends
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Duration delay, Ending ending) {

    /** How the connection ends. */
    public enum Ending {
        /** In order. */
        COMPLETE,
        /** Half of the body, then the connection is closed although the Content-Length promised more. */
        TRUNCATED,
        /** Reset without a byte of an answer. */
        RESET
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    /** A body of any type, such as a plain text {@code Retry later}. */
    public static Answer of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Duration.ZERO, Ending.COMPLETE);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], Duration.ZERO, Ending.COMPLETE);
    }

    public static Answer reset() {
        return new Answer(0, Map.of(), new byte[0], Duration.ZERO, Ending.RESET);
    }

    /** The same answer with one more header; one of that name set before is kept. */
    public Answer withDefaultHeader(String name, String value) {
        return headers.containsKey(name) ? this : withHeader(name, value);
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body, delay, ending);
    }

    public Answer withBody(String text) {
        return new Answer(status, headers, text.getBytes(StandardCharsets.UTF_8), delay, ending);
    }

    public Answer delayed(Duration by) {
        return new Answer(status, headers, body, delay.plus(by), ending);
    }

    public Answer ending(Ending how) {
        return new Answer(status, headers, body, delay, how);
    }
}
