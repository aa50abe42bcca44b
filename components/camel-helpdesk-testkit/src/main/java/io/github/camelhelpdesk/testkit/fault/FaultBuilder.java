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
package io.github.camelhelpdesk.testkit.fault;

import java.util.Random;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

import io.github.camelhelpdesk.testkit.http.Call;

/** A fault in the making; {@link #then(Fault)} puts it in force. Without a trigger it strikes every time. */
public final class FaultBuilder {

    private final Faults faults;
    private Predicate<Call> match;
    private LongPredicate trigger = number -> true;

    FaultBuilder(Faults faults, Predicate<Call> match) {
        this.faults = faults;
        this.match = match;
    }

    /** Only requests that pass this test too are counted. */
    public FaultBuilder when(Predicate<Call> condition) {
        match = match.and(condition);
        return this;
    }

    /** Strikes the nth, the 2nth, ... of its requests. */
    public FaultBuilder every(int n) {
        trigger = number -> number % n == 0;
        return this;
    }

    /** Strikes the first n of its requests from now on, then no more. */
    public FaultBuilder next(int n) {
        trigger = number -> number <= n;
        return this;
    }

    /** Strikes with this probability, in a sequence that the seed fixes. */
    public FaultBuilder withProbability(double probability, long seed) {
        Random random = new Random(seed);
        trigger = number -> random.nextDouble() < probability;
        return this;
    }

    /** In force from now on. */
    public FaultRule then(Fault fault) {
        FaultRule rule = new FaultRule(faults, match, trigger, fault);
        faults.add(rule);
        return rule;
    }
}
