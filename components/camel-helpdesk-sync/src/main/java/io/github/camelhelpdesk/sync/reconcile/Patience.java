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
package io.github.camelhelpdesk.sync.reconcile;

import java.time.Duration;

/**
 * How long a job gives things time.
 *
 * @param toArrive how old a message or a change must be to count as missing: a younger one may be on its way
 * @param toConfirm how long a message may be unconfirmed
 * @param firstPause the first wait after trouble of an account, doubled with each further one
 * @param toRepair how long nothing new may come of a repair until it is given up
 */
public record Patience(Duration toArrive, Duration toConfirm, Duration firstPause, Duration toRepair) {

    /** What is right outside of tests. */
    public static final Patience USUAL = new Patience(Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofSeconds(1),
            Duration.ofMinutes(1));
}
