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

/**
 * The files of a message, fetched; to be closed when they were sent.
 *
 * @param files those that could be fetched, in order
 * @param notes for each of the others a line that says so
 */
public record CopiedFiles(List<CopiedFile> files, List<String> notes) implements AutoCloseable {

    public CopiedFiles {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    @Override
    public void close() {
        files.forEach(file -> file.content().close());
    }
}
