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
package io.github.camelhelpdesk.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.common.HelpdeskJson;

/** Answers with the shape of the published examples. */
public final class Fixtures {

    private Fixtures() {
    }

    public static <T> Envelope<T> envelope(String name, Class<T> type) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/acquire/" + name + ".json")) {
            return HelpdeskJson.mapper().readValue(in, type(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one object of an answer. */
    public static <T> T single(String name, Class<T> type) {
        return envelope(name, type).items().get(0).value();
    }

    /** An envelope out of JSON with single quotes. */
    public static <T> Envelope<T> read(String json, Class<T> type) {
        try {
            return HelpdeskJson.mapper().readValue(json.replace('\'', '"'), type(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaType type(Class<?> type) {
        return HelpdeskJson.mapper().getTypeFactory().constructParametricType(Envelope.class, type);
    }
}
