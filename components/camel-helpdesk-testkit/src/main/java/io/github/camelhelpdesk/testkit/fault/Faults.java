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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import io.github.camelhelpdesk.testkit.http.Answer;

/**
 * What goes wrong at a simulator. Rules are asked in the order in which they were made; the first that strikes decides, and the
 * ones after it do not count that request. With one client thread the outcome is the same on every run.
 */
public final class Faults {

    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

    /** For every request. */
    public FaultBuilder onAny() {
        return new FaultBuilder(this, call -> true);
    }

    /**
     * For requests with this method whose path, without the query, matches as a whole.
     *
     * @param method such as {@code POST}
     * @param pathPattern regular expression, such as {@code .*}{@code /messages}
     */
    public FaultBuilder on(String method, String pathPattern) {
        Pattern pattern = Pattern.compile(pathPattern);
        return new FaultBuilder(this, call -> call.method().equals(method) && pattern.matcher(call.path()).matches());
    }

    /** Everything works again. */
    public void clear() {
        rules.clear();
    }

    /** For simulators: works a request off, unless a rule strikes. */
    public Answer apply(Execution execution) {
        for (FaultRule rule : rules) {
            if (rule.strikes(execution.call())) {
                return rule.fault().apply(execution);
            }
        }
        return execution.process();
    }

    void add(FaultRule rule) {
        rules.add(rule);
    }

    void remove(FaultRule rule) {
        rules.remove(rule);
    }
}
