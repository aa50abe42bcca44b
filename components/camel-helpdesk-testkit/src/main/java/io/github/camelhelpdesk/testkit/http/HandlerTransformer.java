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

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Turns WireMock's requests into calls, and answers into WireMock's responses. */
final class HandlerTransformer implements ResponseDefinitionTransformerV2 {

    private final Function<Call, Answer> handler;

    HandlerTransformer(Function<Call, Answer> handler) {
        this.handler = handler;
    }

    @Override
    public String getName() {
        return "helpdesk-simulator";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return response(handler.apply(call(event.getRequest())));
    }

    private static Call call(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        String query = mark < 0 ? "" : url.substring(mark + 1);
        String path = mark < 0 ? url : url.substring(0, mark);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        byte[] body = request.getBody();
        return new Call(request.getMethod().getName(), path, query, Call.parseQuery(query), headers,
                body == null ? new byte[0] : body, request.isMultipart() ? parts(request.getParts()) : List.of(), Map.of());
    }

    private static List<Part> parts(Collection<Request.Part> parts) {
        return parts.stream().map(HandlerTransformer::part).toList();
    }

    private static Part part(Request.Part part) {
        var type = part.getHeader("Content-Type");
        return new Part(part.getName(), part.getFileName(), type.isPresent() ? type.firstValue() : "text/plain",
                part.getBody().asBytes());
    }

    private static ResponseDefinition response(Answer answer) {
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(answer.status());
        answer.headers().forEach(response::withHeader);
        if (!answer.delay().isZero()) {
            response.withFixedDelay((int) answer.delay().toMillis());
        }
        return switch (answer.ending()) {
            case COMPLETE -> response.withBody(answer.body()).build();
            case TRUNCATED -> truncated(response, answer.body()).build();
            case RESET -> response.withStatus(200).withFault(Fault.CONNECTION_RESET_BY_PEER).build();
        };
    }

    /** Written in chunks, because only an answer that is already on its way is cut off, not replaced by an error page. */
    private static ResponseDefinitionBuilder truncated(ResponseDefinitionBuilder response, byte[] body) {
        byte[] half = Arrays.copyOf(body, body.length / 2);
        return response.withHeader("Content-Length", String.valueOf(Math.max(body.length, 1))).withBody(half)
                .withChunkedDribbleDelay(1, 1);
    }
}
