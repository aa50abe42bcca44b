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
package io.github.camelhelpdesk.testkit.webhook;

import java.util.Random;

/** Strikes with a probability, in a sequence that its seed fixes, and counts. */
final class Chance {

    private final double probability;
    private final Random random;
    private long count;

    Chance(double probability, long seed) {
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException("A probability is between 0 and 1, not " + probability);
        }
        this.probability = probability;
        this.random = new Random(seed);
    }

    static Chance never() {
        return new Chance(0, 0);
    }

    synchronized boolean strikes() {
        boolean strikes = random.nextDouble() < probability;
        count += strikes ? 1 : 0;
        return strikes;
    }

    synchronized long count() {
        return count;
    }
}
