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
package io.github.camelhelpdesk.testkit.contract;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists that are longer than a page. */
final class PageRules {

    private PageRules() {
    }

    static List<ContractRule> all() {
        return Stream.concat(
                Stream.of(
                        rule("L11: one message comes", run -> conversationOf(run, 0, 1)),
                        rule("L11: a conversation of exactly one page comes whole", run -> conversationOf(run, 1, 0)),
                        rule("L11: a conversation of one page and a message comes whole", run -> conversationOf(run, 1, 1)),
                        rule("L12: a conversation of several pages comes whole", run -> conversationOf(run, 4, 0)),
                        rule("L12: a conversation of several pages and a message comes whole",
                                run -> conversationOf(run, 4, 1)),
                        rule("L7: more changed conversations than a page holds all come", PageRules::manyConversations)),
                IntStream.of(1, 2, 10).mapToObj(pages -> rule("L7: a burst of " + pages
                        + " pages and a message between two polls comes whole", run -> burst(run, pages))))
                .toList();
    }

    private static ContractRule rule(String name, ContractRule.Check check) {
        return ContractRule.of(ContractTopic.PAGES, name, check);
    }

    private static void conversationOf(ContractRun run, int pages, int more) throws Exception {
        run.write(run.open(), pages * run.desk.messagesPerPage() + more);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
    }

    private static void manyConversations(ContractRun run) throws Exception {
        run.startNow();
        for (int i = 0; i <= run.desk.conversationsPerPage(); i++) {
            run.write(run.open(), 1);
        }
        run.awaitAll();
    }

    private static void burst(ContractRun run, int pages) throws Exception {
        String conversation = run.open();
        run.startNow();
        run.stop();
        run.write(conversation, pages * run.desk.messagesPerPage() + 1);
        run.start(Reading.Start.NOW);
        run.awaitAll();
    }
}
