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

import java.util.function.LongPredicate;
import java.util.function.Predicate;

import io.github.camelhelpdesk.testkit.http.Call;

/** One fault, the requests it is for, and when it strikes. */
public final class FaultRule {

    private final Faults faults;
    private final Predicate<Call> match;
    private final LongPredicate trigger;
    private final Fault fault;
    private long matched;
    private long fired;

    FaultRule(Faults faults, Predicate<Call> match, LongPredicate trigger, Fault fault) {
        this.faults = faults;
        this.match = match;
        this.trigger = trigger;
        this.fault = fault;
    }

    /** How often it struck. */
    public synchronized long count() {
        return fired;
    }

    /** It strikes no more. */
    public void remove() {
        faults.remove(this);
    }

    Fault fault() {
        return fault;
    }

    synchronized boolean strikes(Call call) {
        if (!match.test(call)) {
            return false;
        }
        matched++;
        boolean strikes = trigger.test(matched);
        if (strikes) {
            fired++;
        }
        return strikes;
    }
}
