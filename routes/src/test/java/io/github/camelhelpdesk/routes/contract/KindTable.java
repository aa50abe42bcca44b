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
import java.util.List;

import io.github.camelhelpdesk.routes.docs.MarkdownTable;

/** What arrives of each kind of message at one provider, with a column for each source. */
final class KindTable {

    private final List<Crossing> crossings;

    /** @param crossings to the same target */
    KindTable(List<Crossing> crossings) {
        this.crossings = crossings;
    }

    @Override
    public String toString() {
        List<String> heads = new ArrayList<>(List.of("what is written"));
        crossings.forEach(crossing -> heads.add("from " + crossing.source().title()));
        MarkdownTable table = new MarkdownTable(heads);
        for (RichMessage kind : RichMessage.values()) {
            List<String> cells = new ArrayList<>(List.of(kind.title()));
            crossings.forEach(crossing -> cells.add(crossing.messages().containsKey(kind)
                    ? new Survival(kind, crossing.messages()).cell()
                    : FieldSurvival.NONE));
            table.row(cells);
        }
        return table.toString();
    }
}
