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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.contract.ContractRule;
import io.github.camelhelpdesk.testkit.contract.ContractTrait;
import io.github.camelhelpdesk.testkit.contract.PollingConsumerContract;

/** What the tests of this run have proved, for the table that is checked at its end. */
final class Proofs {

    static final String YES = "yes";
    static final String NO = "no";

    private record Key(String scheme, Claim claim) {
    }

    private static final Map<Key, String> CELLS = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> RULES = new ConcurrentHashMap<>();

    private Proofs() {
    }

    /** A test has proved what the table says of a provider. */
    static void prove(Provider provider, Claim claim, String cell) {
        CELLS.put(new Key(provider.scheme(), claim), cell);
    }

    /** A rule of the contract holds. */
    static void passed(Provider provider, ContractRule rule) {
        RULES.computeIfAbsent(provider.scheme(), scheme -> ConcurrentHashMap.newKeySet()).add(rule.name());
    }

    /** What was proved; empty when the tests that prove it did not run, or not all of them. */
    static Optional<String> cell(Provider provider, Claim claim) {
        if (claim.topics().isEmpty()) {
            return Optional.ofNullable(CELLS.get(new Key(provider.scheme(), claim)));
        }
        List<String> needed = PollingConsumerContract.rulesFor(provider.desk()).stream()
                .filter(rule -> claim.topics().contains(rule.topic())).map(ContractRule::name).toList();
        return RULES.getOrDefault(provider.scheme(), Set.of()).containsAll(needed) ? Optional.of(says(provider, claim))
                : Optional.empty();
    }

    /** The rules about changes hold for a provider that shows none, too: then they prove that none comes. */
    private static String says(Provider provider, Claim claim) {
        try (ContractDesk desk = provider.desk()) {
            return switch (claim) {
                case SHOWS_EDITS -> desk.traits().contains(ContractTrait.EDITS) ? YES : NO;
                case SHOWS_DELETIONS -> desk.traits().contains(ContractTrait.DELETIONS) ? YES : NO;
                default -> YES;
            };
        }
    }
}
