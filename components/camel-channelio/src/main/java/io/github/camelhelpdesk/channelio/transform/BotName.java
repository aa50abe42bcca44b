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
package io.github.camelhelpdesk.channelio.transform;

/** The rule for names of bots (vendor's ch-proto-public: at most 30 characters, none of {@code @ # $ % : /}). */
public final class BotName {

    private static final int LONGEST = 30;
    private static final String FORBIDDEN = "@#$%:/";

    private BotName() {
    }

    /**
     * Checks a name.
     *
     * @param name the name, or null for the channel's own bot
     * @param where option or header that it comes from, for messages
     * @return the name
     * @throws IllegalArgumentException when Channel.io would refuse it
     */
    public static String check(String name, String where) {
        if (name == null) {
            return null;
        }
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST
                || name.chars().anyMatch(character -> FORBIDDEN.indexOf(character) >= 0)) {
            throw new IllegalArgumentException(where + " is '" + name + "': the name of a bot has 1 to " + LONGEST
                    + " characters and none of @ # $ % : /");
        }
        return name;
    }
}
