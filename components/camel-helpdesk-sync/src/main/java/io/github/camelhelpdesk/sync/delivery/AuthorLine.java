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

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * The text before a message that says who has written it, and when.
 *
 * @param template with {@code {name}} and {@code {time}}; empty for no text
 */
public record AuthorLine(String template) {

    private static final String NAME = "{name}";
    private static final String TIME = "{time}";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    /** Null for none: of a message without an author only the time can be told. */
    String of(HelpdeskMessage message) {
        boolean isNothing = template.isEmpty() || message.author() == null && !template.contains(TIME);
        // The name last: one that looks like a placeholder stays what it is.
        return isNothing ? null
                : template.replace(TIME, time(message.createdAt())).replace(NAME, name(message.author())).stripLeading();
    }

    private static String name(Author author) {
        if (author == null) {
            return "";
        }
        boolean named = author.name() != null && !author.name().isBlank();
        return named ? author.name() : author.type() == null ? "" : author.type().name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant createdAt) {
        return createdAt == null ? "time unknown" : MINUTE.format(createdAt);
    }
}
