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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of a page. */
public final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    public MarkdownTable(List<String> heads) {
        rows.add(heads);
        rows.add(heads.stream().map(head -> "---").toList());
    }

    public MarkdownTable(String... heads) {
        this(List.of(heads));
    }

    public void row(String... cells) {
        row(List.of(cells));
    }

    public void row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("not as many cells as columns: " + cells);
        }
        rows.add(cells.stream().map(cell -> cell.replace("|", "\\|").replace("\n", " ")).toList());
    }

    /** Each line with its end. */
    @Override
    public String toString() {
        return rows.stream().map(row -> row.stream().map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
                .collect(Collectors.joining("|", "|", "|\n"))).collect(Collectors.joining());
    }
}
