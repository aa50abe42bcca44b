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
package io.github.camelhelpdesk.sync.intake;

import org.apache.camel.Message;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/**
 * What a source says of a message beside the message itself.
 *
 * @param updated it was handed out before and has changed since
 * @param reread it is read once more to find out what is missing
 */
record Arrival(boolean updated, boolean reread) {

    static Arrival of(Message in) {
        return new Arrival(in.getHeader(HelpdeskConstants.UPDATED, false, boolean.class),
                in.getHeader(HelpdeskConstants.REREAD, false, boolean.class));
    }

    /** Whether it may be one that was never taken in. */
    boolean mayBeNew() {
        return !updated || reread;
    }
}
