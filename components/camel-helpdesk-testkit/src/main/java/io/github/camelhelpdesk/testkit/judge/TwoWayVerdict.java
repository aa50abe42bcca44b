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
package io.github.camelhelpdesk.testkit.judge;

/**
 * What a judge found in both directions.
 *
 * @param forth from the first side to the second
 * @param back from the second side to the first
 */
public record TwoWayVerdict(Verdict forth, Verdict back) {

    /** Nothing to complain of, either way. */
    public boolean isClean() {
        return forth.isClean() && back.isClean();
    }

    /** For people. */
    public String report() {
        return "forth: " + forth.report() + "\nback: " + back.report();
    }
}
