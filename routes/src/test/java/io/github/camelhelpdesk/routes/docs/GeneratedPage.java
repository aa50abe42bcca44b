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
package io.github.camelhelpdesk.routes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of which parts are generated. A test says what has to stand in a part; it fails when something else stands there,
 * or, with {@code -Ddocs.update=true}, writes it.
 */
public final class GeneratedPage {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final boolean UPDATE = Boolean.getBoolean("docs.update");

    private final String name;

    /**
     * @param name relative to the repository's root
     */
    public GeneratedPage(String name) {
        this.name = name;
    }

    /** The page as it is. */
    public String text() throws IOException {
        return Files.readString(ROOT.resolve(name));
    }

    /** Checks or writes a part. */
    public void check(String block, String expected) throws IOException {
        if (UPDATE) {
            Files.writeString(ROOT.resolve(name), GeneratedBlocks.replaced(text(), block, expected));
        }
        assertThat(GeneratedBlocks.content(text(), block))
                .as("%s, part %s. What stands there is generated; CONTRIBUTING.md says how (-Ddocs.update=true)", name, block)
                .isEqualTo(expected);
    }
}
