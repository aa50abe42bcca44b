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
 * Which messages can ever have been handed out.
 *
 * @param start position at which the reading of the account began
 * @param from earliest instant from which the whole account was read again since; null when it never was
 */
record Reach(Position start, Instant from) {

    boolean covers(SourceMessage message) {
        return start.owes(message) || isSince(from, message);
    }

    Reach from(Instant instant) {
        return new Reach(start, earlier(from, instant));
    }

    static boolean isSince(Instant from, SourceMessage message) {
        return from != null && !message.createdAt().isBefore(from);
    }

    static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
