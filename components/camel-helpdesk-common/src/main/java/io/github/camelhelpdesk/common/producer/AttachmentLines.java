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
package io.github.camelhelpdesk.common.producer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelhelpdesk.common.model.Attachment;

/** Files as lines of a text, where a target takes none or they are only links. */
public final class AttachmentLines {

    private AttachmentLines() {
    }

    /** A line with name and address for each; empty without any. */
    public static String of(List<Attachment> files) {
        return files.stream().map(AttachmentLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Attachment file) {
        String name = file.name() == null && file.url() == null ? file.id() : file.name();
        return "Attachment: " + Stream.of(name, file.url()).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
