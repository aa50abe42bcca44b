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

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Who wrote a message. Users and operators have ids of their own, which collide.
 *
 * @param id id of the user or operator
 * @param name name of a user, such as {@code #5} for an anonymous one
 * @param forename of an operator
 * @param surname of an operator
 * @param email e-mail address, or null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalzenSender(String id, String name, String forename, String surname, String email) {

    /** What the person is to be called: name, else forename and surname, else e-mail address, else the id. */
    public String displayName() {
        String full = Stream.of(forename, surname).filter(SignalzenSender::isGiven).map(String::strip)
                .collect(Collectors.joining(" "));
        return Stream.of(name, full, email).filter(SignalzenSender::isGiven).findFirst()
                .orElse(id == null ? null : "#" + id);
    }

    private static boolean isGiven(String text) {
        return Objects.nonNull(text) && !text.isBlank();
    }

    /** The id only: logs must not carry names. */
    @Override
    public String toString() {
        return "sender " + id;
    }
}
