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

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;

/**
 * One request on its way through the faults.
 *
 * @param call what came in
 * @param work works it off and gives the provider's regular answer
 * @param scheduler runs work after a time
 */
public record Execution(Call call, Supplier<Answer> work, BiConsumer<Runnable, Duration> scheduler) {

    /** Works the request off now. */
    public Answer process() {
        return work.get();
    }

    /** Works the request off after this time, whatever became of the client. */
    public void processAfter(Duration delay) {
        scheduler.accept(work::get, delay);
    }
}
