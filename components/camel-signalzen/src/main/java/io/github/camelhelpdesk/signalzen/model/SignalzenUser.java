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
package io.github.camelhelpdesk.signalzen.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A visitor, who is one conversation (page "Users").
 *
 * @param id id of the user, and of the conversation
 * @param name name, such as {@code #5} for an anonymous visitor
 * @param email e-mail address, or null
 * @param reference the site's own id of the visitor, or null
 * @param createdAt ISO-8601, as it came
 * @param updatedAt ISO-8601, as it came; whether a message moves it is not documented
 * @param onlineAt when the visitor was last there, as it came
 * @param lastUrl the page that the visitor looked at last, or null
 * @param userAttributes what else the site knows, never null; a name may come more than once
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SignalzenUser(String id, String name, String email, String reference, String createdAt, String updatedAt,
        String onlineAt, String lastUrl, List<SignalzenAttribute> userAttributes) {

    public SignalzenUser {
        userAttributes = userAttributes == null ? List.of() : userAttributes.stream().filter(Objects::nonNull).toList();
    }

    /** The latest of its times; null when there is none that can be read. */
    public Instant changedAt() {
        return Stream.of(createdAt, updatedAt, onlineAt).map(SignalzenTime::parse).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /** What the visitor is to be called: name, else e-mail address, else the id. */
    public String displayName() {
        return new SignalzenSender(id, name, null, null, email).displayName();
    }

    /** The id only: logs must not carry names. */
    @Override
    public String toString() {
        return "user " + id;
    }
}
