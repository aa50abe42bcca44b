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
 * How the consumer under test is started.
 *
 * @param start where it begins when it has no progress
 * @param handedOver whether the handler runs on another thread than the consumer's, behind a queue
 * @param updates whether messages that change after they were handed on come again
 * @param handler gets each message
 */
public record Reading(Start start, boolean handedOver, boolean updates, MessageHandler handler) {

    /** Where a consumer without progress begins. */
    public enum Start {
        /** With the first message there is. */
        BEGINNING,
        /** With what is written from now on. */
        NOW
    }
}
