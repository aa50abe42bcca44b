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
package io.github.camelhelpdesk.common.consumer;

import java.time.Instant;

/**
 * What a conversation is to be read again from.
 *
 * @param number tells it from other orders: one that was begun, or carried out, before a restart is not begun anew
 * @param from what was written at or after it is handed out again
 */
record RereadOrder(long number, Instant from) {

    RereadOrder joining(RereadOrder other) {
        return other == null || !other.from.isBefore(from) ? this : new RereadOrder(number, other.from);
    }
}
