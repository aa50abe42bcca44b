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
package io.github.camelhelpdesk.signalzen;

import io.github.camelhelpdesk.common.HelpdeskOperation;

/** What an endpoint does; spelled as in its URI. */
public enum SignalzenOperation implements HelpdeskOperation {

    /** Reads the messages of the website, or of one user, as they are written. */
    messages,
    /** Tells when a conversation is opened, and, where a webhook says so, when it is closed. */
    conversations,
    /** Gives the newest messages of a user. */
    listMessages,
    /** Gives one message of a user. */
    getMessage,
    /** Gives the users. */
    listUsers,
    /** Gives one user. */
    getUser;

    private static final String WRITING = "(send|create|update|delete|close|open|assign|set|upsert|upload)[A-Z].*";

    /**
     * The operation of a name.
     *
     * @throws IllegalArgumentException when there is none; says why, or names those that there are
     */
    static SignalzenOperation parse(String name) {
        if (name.matches(WRITING)) {
            throw new IllegalArgumentException("signalzen has no operation '" + name
                    + "': SignalZen's API is read-only, so that nothing can be sent or changed");
        }
        return HelpdeskOperation.parse(SignalzenOperation.class, SignalzenComponent.SCHEME, name);
    }
}
