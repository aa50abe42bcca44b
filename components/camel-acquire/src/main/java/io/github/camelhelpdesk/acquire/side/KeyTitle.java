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
package io.github.camelhelpdesk.acquire.side;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;

/**
 * The title that a case gets for a key, and back.
 *
 * @param template the option {@code caseTitle}
 */
record KeyTitle(String template) {

    private static final String ANY_KEY = "([A-Za-z0-9._-]{1,100})";

    String of(String key) {
        return template.replace(AcquireConfiguration.KEY, key);
    }

    /** The key in a title; empty when the title is of another kind. */
    Optional<String> key(String title) {
        int place = template.indexOf(AcquireConfiguration.KEY);
        String before = template.substring(0, place);
        String after = template.substring(place + AcquireConfiguration.KEY.length());
        Matcher matcher = Pattern.compile(Pattern.quote(before) + ANY_KEY + Pattern.quote(after))
                .matcher(title == null ? "" : title);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
