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
package io.github.camelhelpdesk.testkit.contract;

/**
 * A message as the consumer under test has handed it on.
 *
 * @param conversation the provider's id of the conversation; null when the consumer cannot tell, of an unreadable message
 * @param message the provider's id of the message; null likewise
 * @param text plain; null of an unreadable or deleted message
 * @param kind what it was handed on as
 */
public record ReadMessage(String conversation, String message, String text, Kind kind) {

    /** What a message was handed on as. */
    public enum Kind {
        /** A message that was not handed on before. */
        NEW,
        /** One that was handed on before and has another text since. */
        EDITED,
        /** One that is deleted. */
        DELETED,
        /** What the consumer could not read, as it came. */
        UNREADABLE
    }
}
