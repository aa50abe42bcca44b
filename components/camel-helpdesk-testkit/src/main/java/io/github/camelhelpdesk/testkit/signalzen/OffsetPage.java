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
package io.github.camelhelpdesk.testkit.signalzen;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/**
 * One page of a list: {@code limit}, {@code offset} and {@code total} beside the items. {@code offset} counts items, so that
 * whatever comes or goes before it shifts the page (signalzen.md, section 3). That a limit out of 1 to 99 is refused is
 * assumed.
 */
final class OffsetPage {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 99;

    private OffsetPage() {
    }

    /**
     * Cuts the page that the call asks for.
     *
     * @param error what is added to the total, for clients that trust it
     */
    static <T> Answer of(Call call, String name, List<T> all, int error, Function<T, ObjectNode> view) {
        int limit = number(call, "limit", DEFAULT_LIMIT);
        int offset = number(call, "offset", 0);
        if (limit < 1 || limit > MOST) {
            throw Errors.invalid("limit must be greater than 0 and lower than 100");
        }
        List<T> items = all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
        ObjectNode body = Json.object().put("limit", limit).put("offset", offset).put("total",
                Math.max(0, all.size() + error));
        body.set(name, Json.array(items, view));
        return Answer.ok(body);
    }

    private static int number(Call call, String name, int byDefault) {
        String text = call.query(name);
        if (text == null) {
            return byDefault;
        }
        if (!text.matches("\\d{1,8}")) {
            throw Errors.invalid(name + " must be a number");
        }
        return Integer.parseInt(text);
    }
}
