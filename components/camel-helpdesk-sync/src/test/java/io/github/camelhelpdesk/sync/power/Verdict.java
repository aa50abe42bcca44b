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
package io.github.camelhelpdesk.sync.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides from a world alone whether every person's message has exactly one copy, in order, in the right conversation. */
final class Verdict {

    private final List<String> findings = new ArrayList<>();

    static List<String> of(World world) {
        Verdict verdict = new Verdict();
        verdict.judge(world, "a", "b");
        verdict.judge(world, "b", "a");
        return verdict.findings;
    }

    private void judge(World world, String source, String target) {
        Map<String, String> standsFor = new HashMap<>();
        for (String conversation : world.conversations(source)) {
            List<String> written = world.messages(source, conversation).stream().filter(World.Entry::isByPerson)
                    .map(World.Entry::text).toList();
            if (!written.isEmpty()) {
                judgeConversation(world, target, conversation, written, standsFor);
            }
        }
    }

    private void judgeConversation(World world, String target, String conversation, List<String> written,
            Map<String, String> standsFor) {
        List<World.Entry> copies = world.conversations(target).stream()
                .flatMap(other -> world.messages(target, other).stream())
                .filter(entry -> !entry.isByPerson() && written.contains(entry.text())).toList();
        List<String> texts = copies.stream().map(World.Entry::text).toList();
        if (!texts.equals(written)) {
            findings.add("Written in " + conversation + ": " + written + ", arrived at " + target + ": " + texts);
        }
        List<String> places = copies.stream().map(World.Entry::conversation).distinct().collect(Collectors.toList());
        String other = standsFor.put(places.toString(), conversation);
        if (places.size() > 1 || other != null) {
            findings.add("Conversation " + conversation + " stands in " + places + (other == null ? "" : " with " + other));
        }
    }
}
