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
package io.github.camelhelpdesk.routes.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelhelpdesk.routes.docs.MarkdownTable;

/** What becomes of each field on the way to one provider, with a column for each source. */
final class FieldTable {

    private final List<Crossing> crossings;

    /** @param crossings to the same target */
    FieldTable(List<Crossing> crossings) {
        this.crossings = crossings;
    }

    /** Fields with the same fate share a line. */
    @Override
    public String toString() {
        List<String> titles = new ArrayList<>();
        List<List<String>> fates = new ArrayList<>();
        rows().forEach((title, fate) -> {
            int last = fates.size() - 1;
            if (last >= 0 && fates.get(last).equals(fate)) {
                titles.set(last, joined(titles.get(last), title));
            } else {
                titles.add(title);
                fates.add(fate);
            }
        });
        MarkdownTable table = new MarkdownTable(Stream.concat(Stream.of("field"),
                crossings.stream().map(crossing -> "from " + crossing.source().title())).toList());
        for (int i = 0; i < titles.size(); i++) {
            table.row(Stream.concat(Stream.of(titles.get(i)), fates.get(i).stream()).toList());
        }
        return table.toString();
    }

    /** What is said of one field more than once names it once. */
    private static String joined(String titles, String title) {
        String name = title.substring(0, title.lastIndexOf('`') + 1);
        boolean isNamed = !name.isEmpty() && titles.substring(0, titles.lastIndexOf('`') + 1).endsWith(name);
        return titles + ", " + (isNamed ? title.substring(name.length()).replaceFirst("^:? ", "") : title);
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        crossings.forEach(crossing -> crossing.fields()
                .forEach((title, fate) -> rows.computeIfAbsent(title, each -> new ArrayList<>()).add(fate)));
        return rows;
    }
}
