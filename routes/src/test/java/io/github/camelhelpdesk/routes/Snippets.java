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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the snippets in docs, routes, examples and the README. */
public final class Snippets {

    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final List<String> FOLDERS = List.of("docs", "examples", "routes/src/main");
    private static final Pattern FENCE = Pattern.compile("^( *)(```+|~~~+) *(\\w*)[^`]*$");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");

    private Snippets() {
    }

    /** All there are. */
    public static List<Snippet> all() {
        List<Snippet> snippets = new ArrayList<>(of(ROOT.resolve("README.md")));
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> snippets.addAll(of(file)));
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + folder, e);
            }
        }
        return snippets;
    }

    private static List<Snippet> of(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "md" -> inMarkdown(ROOT.relativize(file), read(file));
            case "yaml", "yml" -> List.of(new Snippet(ROOT.relativize(file), 1, "yaml", read(file)));
            case "java", "properties" -> List.of(new Snippet(ROOT.relativize(file), 1, extension, read(file)));
            default -> List.of();
        };
    }

    static List<Snippet> inMarkdown(Path file, String markdown) {
        List<Snippet> snippets = new ArrayList<>();
        List<String> lines = markdown.lines().toList();
        int number = 0;
        while (number < lines.size()) {
            Matcher fence = FENCE.matcher(lines.get(number));
            number++;
            if (fence.matches()) {
                int first = number;
                while (number < lines.size() && !lines.get(number).strip().equals(fence.group(2))) {
                    number++;
                }
                String text = String.join("\n", lines.subList(first, number)).stripIndent() + "\n";
                snippets.add(new Snippet(file, first + 1, fence.group(3), text));
                number++;
            } else {
                addInline(snippets, file, number, lines.get(number - 1));
            }
        }
        return snippets;
    }

    private static void addInline(List<Snippet> snippets, Path file, int number, String line) {
        Matcher inline = INLINE.matcher(line);
        while (inline.find()) {
            snippets.add(new Snippet(file, number, "inline", inline.group(1)));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
