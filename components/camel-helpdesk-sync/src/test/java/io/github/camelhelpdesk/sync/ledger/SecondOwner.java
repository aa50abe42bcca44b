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
package io.github.camelhelpdesk.sync.ledger;

import java.nio.file.Path;

/** Tries to open a ledger from a process of its own. */
final class SecondOwner {

    static final int REFUSED = 3;

    private SecondOwner() {
    }

    public static void main(String[] arguments) {
        try {
            Ledger.open(Path.of(arguments[0]));
            System.exit(0);
        } catch (LedgerException e) {
            System.out.println(e.getMessage());
            System.exit(REFUSED);
        }
    }
}
