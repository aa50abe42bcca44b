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

/** One rule of the contract. */
public final class ContractRule {

    /** What has to go through without an error. */
    @FunctionalInterface
    interface Check {
        void run(ContractRun run) throws Exception;
    }

    private final ContractTopic topic;
    private final String name;
    private final ContractTrait needs;
    private final Check check;

    private ContractRule(ContractTopic topic, String name, ContractTrait needs, Check check) {
        this.topic = topic;
        this.name = name;
        this.needs = needs;
        this.check = check;
    }

    static ContractRule of(ContractTopic topic, String name, Check check) {
        return new ContractRule(topic, name, null, check);
    }

    /** A rule for providers that have something. */
    static ContractRule of(ContractTopic topic, String name, ContractTrait needs, Check check) {
        return new ContractRule(topic, name, needs, check);
    }

    /** What it is about. */
    public ContractTopic topic() {
        return topic;
    }

    /** A sentence that says what holds; begins with the names of the failure cases that it covers. */
    public String name() {
        return name;
    }

    /** Whether the rule is for this provider: it is not when it needs a trait that the provider has not. */
    public boolean isFor(ContractDesk desk) {
        return needs == null || desk.traits().contains(needs);
    }

    /**
     * Puts a consumer through this rule.
     *
     * @param desk fresh: nothing was written at it, and nobody has asked it yet
     * @param reader fresh: without progress
     * @throws AssertionError when the consumer breaks the rule; says how
     */
    public void check(ContractDesk desk, ContractReader reader) throws Exception {
        try (ContractRun run = new ContractRun(desk, reader)) {
            check.run(run);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
