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

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;

/**
 * Keeps out of error messages what a provider may quote back at us: our credentials, and the texts of the request.
 */
final class Redaction {

    private static final int SHORTEST_TEXT = 4;
    /** Of the header Authorization; who quotes the credential does so without it. */
    private static final Pattern SCHEME = Pattern.compile("^(Bearer|Basic) +", Pattern.CASE_INSENSITIVE);

    private final List<String> secrets;

    /** @param credentials the values of the headers that carry them */
    Redaction(Collection<String> credentials) {
        this.secrets = credentials.stream().filter(Objects::nonNull).map(value -> SCHEME.matcher(value).replaceFirst(""))
                .filter(secret -> !secret.isEmpty()).toList();
    }

    String apply(String text, Object requestBody) {
        String result = text;
        for (String secret : secrets) {
            result = result.replace(secret, "xxxxxx");
        }
        if (requestBody == null || result.isEmpty() || requestBody instanceof org.apache.hc.core5.http.HttpEntity) {
            return result;
        }
        Object said = requestBody instanceof FormBody form ? form.fields() : requestBody;
        return withoutTexts(result, HelpdeskJson.mapper().valueToTree(said));
    }

    private static String withoutTexts(String text, JsonNode request) {
        String result = text;
        // Stripped, as what is quoted is.
        if (request.isTextual() && request.asText().strip().length() >= SHORTEST_TEXT) {
            return result.replace(request.asText().strip(), "[text]");
        }
        for (JsonNode child : request) {
            result = withoutTexts(result, child);
        }
        return result;
    }
}
