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
package io.github.camelhelpdesk.testkit.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;

import io.github.camelhelpdesk.testkit.http.TestClient;

/**
 * A vendor's OpenAPI document, and what an answer has that does not agree with it. A problem is one line: the operation, the
 * place in the answer with {@code *} for any index, and what is wrong there.
 */
public final class ApiDocument {

    private final JsonNode document;
    private final JsonSchema schemas;

    private ApiDocument(JsonNode document) {
        this.document = document;
        this.schemas = factory(document.path("openapi").asText()).getSchema(document, SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER).formatAssertionsEnabled(true).build());
    }

    private static JsonSchemaFactory factory(String version) {
        return version.startsWith("3.0")
                ? JsonSchemaFactory.getInstance(VersionFlag.V4, builder -> builder.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()))
                : JsonSchemaFactory.getInstance(VersionFlag.V202012, builder -> builder.metaSchema(OpenApi31.getInstance())
                        .defaultMetaSchemaIri(OpenApi31.getInstance().getIri()));
    }

    public static ApiDocument read(InputStream in) throws IOException {
        return new ApiDocument(new ObjectMapper().readTree(in));
    }

    /**
     * Compares an answer with the document.
     *
     * @param method method of the request
     * @param path its path without the query
     */
    public Set<String> problems(String method, String path, HttpResponse<String> answer) {
        String template = template(method, path);
        if (template == null) {
            return Set.of(method + " " + path + " undocumented");
        }
        String operation = method + " " + template + " " + answer.statusCode();
        String status = status(template, method, answer.statusCode());
        if (status == null) {
            return Set.of(operation + " undocumented");
        }
        List<String> place = List.of("paths", template, verb(method), "responses", status, "content", "application/json",
                "schema");
        JsonNode schema = document;
        for (String step : place) {
            schema = schema.path(step);
        }
        Set<String> problems = new TreeSet<>();
        if (!schema.isMissingNode()) {
            JsonNode body = TestClient.json(answer);
            validate(place, body).forEach(problem -> problems.add(operation + " " + problem));
            new DocumentedFields(document).undocumented(schema, body)
                    .forEach(field -> problems.add(operation + " " + field + " undocumented"));
        }
        return problems;
    }

    private Set<String> validate(List<String> schema, JsonNode body) {
        JsonNodePath path = new JsonNodePath(PathType.JSON_POINTER);
        for (String step : schema) {
            path = path.append(step);
        }
        Set<String> problems = new TreeSet<>();
        for (ValidationMessage message : schemas.getSubSchema(path).validate(body)) {
            String place = message.getInstanceLocation().toString().replaceAll("/\\d+(?=/|$)", "/*");
            problems.add(place + " " + message.getType() + (message.getProperty() == null ? "" : ":" + message.getProperty()));
        }
        return problems;
    }

    /** A path of fixed words wins over one with parameters: {@code /contacts/search} is no contact. */
    private String template(String method, String path) {
        String found = null;
        for (var entry : document.path("paths").properties()) {
            String pattern = Pattern.quote(entry.getKey()).replaceAll("\\{[^}]+\\}", "\\\\E[^/]+\\\\Q");
            if (entry.getValue().has(verb(method)) && path.matches(pattern)
                    && (found == null || parameters(entry.getKey()) < parameters(found))) {
                found = entry.getKey();
            }
        }
        return found;
    }

    private static long parameters(String template) {
        return template.chars().filter(character -> character == '{').count();
    }

    /** The key of the response; a default says what success looks like in Channel.io's document, which has no errors. */
    private String status(String template, String method, int status) {
        JsonNode responses = document.path("paths").path(template).path(verb(method)).path("responses");
        String exact = String.valueOf(status);
        return responses.has(exact) ? exact : status < 300 && responses.has("default") ? "default" : null;
    }

    private static String verb(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
