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
package io.github.camelhelpdesk.common.consumer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.common.model.AuthorType;

/** The option {@code include}: which messages a consumer hands on. */
public final class Inclusion {

    private static final String PRIVATE = "private";

    private final Set<AuthorType> authors;
    private final boolean privates;

    private Inclusion(Set<AuthorType> authors, boolean privates) {
        this.authors = authors;
        this.privates = privates;
    }

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException when a word is not one of customer, agent, bot, system, private
     */
    public static Inclusion parse(String value) {
        Set<String> words = Arrays.stream(value.split(",")).map(String::trim).filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Option include is empty; use any of customer, agent, bot, system, private");
        }
        Set<AuthorType> authors = words.stream().filter(word -> !PRIVATE.equals(word)).map(Inclusion::author)
                .collect(Collectors.toSet());
        return new Inclusion(authors, words.contains(PRIVATE));
    }

    /** Whether a message is handed on. */
    public boolean allows(SourceMessage message) {
        return allows(message.author(), message.isPrivate());
    }

    /** Whether a message of such an author is handed on. */
    public boolean allows(AuthorType author, boolean isPrivate) {
        return isPrivate ? privates : authors.contains(author);
    }

    /**
     * Whether the update of a message that was handed on is handed on too. A deletion can take away what told its author, so
     * only one thing counts: what has become private stays in the help desk.
     */
    public boolean allowsUpdate(SourceMessage message) {
        return privates || !message.isPrivate();
    }

    private static AuthorType author(String word) {
        try {
            return AuthorType.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Option include has the word '" + word
                    + "'; use any of customer, agent, bot, system, private", e);
        }
    }
}
