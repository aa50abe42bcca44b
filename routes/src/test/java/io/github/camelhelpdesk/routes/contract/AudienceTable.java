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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.routes.docs.MarkdownTable;

/** Who sees what somebody writes, as whose message: side by author, whichever side it comes from. */
final class AudienceTable {

    private static final List<RichMessage> AUTHORS = List.of(RichMessage.CUSTOMER, RichMessage.AGENT, RichMessage.BOT,
            RichMessage.NOTE, RichMessage.SYSTEM);

    private final Map<Provider, List<Crossing>> crossings;

    /** @param crossings by target */
    AudienceTable(Map<Provider, List<Crossing>> crossings) {
        this.crossings = crossings;
    }

    @Override
    public String toString() {
        List<String> heads = new ArrayList<>(List.of("what is written"));
        crossings.keySet().forEach(target -> heads.add("at " + target.title()));
        MarkdownTable table = new MarkdownTable(heads);
        for (RichMessage author : AUTHORS) {
            List<String> cells = new ArrayList<>(List.of(author.title()));
            crossings.values().forEach(all -> cells.add(cell(author, all)));
            table.row(cells);
        }
        return table.toString();
    }

    private static String cell(RichMessage author, List<Crossing> all) {
        return all.stream().map(crossing -> crossing.messages().get(author)).filter(Objects::nonNull)
                .flatMap(message -> message.copies().stream()).map(Audience::of).distinct().collect(Collectors.joining("; "));
    }
}
