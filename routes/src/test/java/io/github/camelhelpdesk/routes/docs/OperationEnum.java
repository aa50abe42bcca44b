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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The enum of a component's operations: its javadoc describes them, its method {@code isConsumer} says where they stand. */
final class OperationEnum {

    private static final Path COMPONENTS = Path.of("").toAbsolutePath().resolveSibling("components");

    private final Class<?> type;
    private final String source;

    private OperationEnum(Class<?> type, String source) {
        this.type = type;
        this.source = source;
    }

    /** The enum that belongs to a component's class, such as {@code ChatwootOperation} to {@code ChatwootComponent}. */
    static OperationEnum of(String componentClass) {
        String name = componentClass.replaceAll("Component$", "Operation");
        try (Stream<Path> modules = Files.list(COMPONENTS)) {
            Path source = modules.map(module -> module.resolve("src/main/java/" + name.replace('.', '/') + ".java"))
                    .filter(Files::exists).findFirst().orElseThrow();
            return new OperationEnum(Class.forName(name), Files.readString(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isConsumer(String operation) {
        try {
            Object constant = Stream.of(type.getEnumConstants()).filter(each -> each.toString().equals(operation)).findFirst()
                    .orElseThrow();
            return (boolean) type.getMethod("isConsumer").invoke(constant);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The javadoc of the constant, on one line.
     *
     * @throws AssertionError when there is none
     */
    String description(String operation) {
        Matcher javadoc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" + operation + "\\b", Pattern.DOTALL)
                .matcher(source);
        if (!javadoc.find()) {
            throw new AssertionError(type.getSimpleName() + "." + operation + " has no javadoc to describe it in the docs");
        }
        return javadoc.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").replaceAll("\\{@code ([^}]*)}", "`$1`").strip();
    }
}
