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
package io.github.camelhelpdesk.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

class AuthorLineTest {

    private static final AuthorLine IMPORT = new AuthorLine("{name} ({time}): ");

    private static HelpdeskMessage message(Author author, String createdAt) {
        return HelpdeskMessage.builder().text("hello").author(author)
                .createdAt(createdAt == null ? null : Instant.parse(createdAt)).build();
    }

    private static Author author(AuthorType type, String name) {
        return new Author(type, "1", name, null, null);
    }

    @Test
    void authorAndTimeAreTold() {
        assertThat(IMPORT.of(message(author(AuthorType.AGENT, "Ada"), "2024-03-01T12:00:59.999Z")))
                .isEqualTo("Ada (2024-03-01 12:00 UTC): ");
    }

    @Test
    void anAuthorWithoutANameIsToldByHisKind() {
        assertThat(IMPORT.of(message(author(AuthorType.CUSTOMER, " "), "2024-03-01T12:00:00Z"))).startsWith("customer (");
    }

    @Test
    void withoutAnAuthorTheTimeIsToldAllTheSame() {
        assertThat(IMPORT.of(message(null, "2024-03-01T12:00:00Z"))).isEqualTo("(2024-03-01 12:00 UTC): ");
        assertThat(new AuthorLine("{name}: ").of(message(null, "2024-03-01T12:00:00Z"))).isNull();
    }

    @Test
    void anUnknownTimeIsSaidToBeUnknown() {
        assertThat(IMPORT.of(message(author(AuthorType.AGENT, "Ada"), null))).isEqualTo("Ada (time unknown): ");
    }

    @Test
    void aNameThatLooksLikeAPlaceholderStaysAName() {
        assertThat(IMPORT.of(message(author(AuthorType.CUSTOMER, "{time}"), "2024-03-01T12:00:00Z"))).startsWith("{time} (");
    }

    @Test
    void anEmptyTemplateTellsNothing() {
        assertThat(new AuthorLine("").of(message(author(AuthorType.AGENT, "Ada"), "2024-03-01T12:00:00Z"))).isNull();
    }
}
