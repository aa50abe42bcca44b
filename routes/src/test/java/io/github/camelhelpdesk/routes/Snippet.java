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
record Snippet(Path file, int line, String language, String text) {

    boolean is(String... languages) {
        return List.of(languages).contains(language);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
