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

import java.util.EnumSet;
import java.util.Set;

import io.github.camelhelpdesk.testkit.contract.ContractTopic;

/** A row of the README's table of providers. What it says of a provider is what a test of this build has proved. */
enum Claim {
    READS("Each message is read once and in order: over pages, equal stamps, restarts, failing routes, other threads",
            EnumSet.of(ContractTopic.PAGES, ContractTopic.STAMPS, ContractTopic.RESTART, ContractTopic.FAILING_ROUTE,
                    ContractTopic.HAND_OVER)),
    SURVIVES("Refusals, throttling, outages and broken answers lose nothing",
            EnumSet.of(ContractTopic.ERRORS, ContractTopic.FAULTS, ContractTopic.ITEMS)),
    SHOWS_EDITS("Edits are read", EnumSet.of(ContractTopic.EDITS)),
    SHOWS_DELETIONS("Deletions are read", EnumSet.of(ContractTopic.DELETIONS)),
    IDLE_COST("Requests of a poll of 10,000 conversations without news"),
    CONVERSATIONS("Opened and closed conversations are read"),
    WAKE_UP("A webhook makes the reader read at once"),
    RAW_EVENTS("Webhooks as they come"),
    SENDS("Messages are sent"),
    ONE_COPY("One copy, also after a lost answer"),
    EDITS_COPY("A copy's text can be replaced"),
    DELETES_COPY("A copy can be deleted"),
    REPLIES("A copy is shown as the answer to another message"),
    STATUS("Conversations can be closed and opened"),
    FILES("Files");

    private final String title;
    private final Set<ContractTopic> topics;

    Claim(String title) {
        this(title, Set.of());
    }

    /** @param topics the rules of the contract that prove it all together; none when a test of its own does */
    Claim(String title, Set<ContractTopic> topics) {
        this.title = title;
        this.topics = topics;
    }

    String title() {
        return title;
    }

    Set<ContractTopic> topics() {
        return topics;
    }

    /** Whether it is about writing, which a provider with a read-only API does not have. */
    boolean isOfTargets() {
        return compareTo(SENDS) > 0;
    }
}
