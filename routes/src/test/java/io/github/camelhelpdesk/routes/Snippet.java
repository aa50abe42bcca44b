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
package io.github.camelhelpdesk.routes;

import java.nio.file.Path;
import java.util.List;

/**
 * A piece of YAML, Java, properties or inline code, and where it stands.
 *
 * @param file relative to the repository's root
 * @param line of its first line, from 1
 * @param language {@code yaml}, {@code java}, {@code properties}, {@code inline}, or whatever else a fence names
 */
public record Snippet(Path file, int line, String language, String text) {

    /** Whether it is of one of these. */
    public boolean is(String... languages) {
        return List.of(languages).contains(language);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
