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
 * The consumer under test: it polls a {@link ContractDesk} at a short interval, a few dozen milliseconds, and hands its
 * messages on. The progress belongs to this object: what it starts after something was closed goes on where that stopped.
 * To be set: messages of everybody, bots, the system and private notes included, the longest pause that a provider may impose
 * {@value #LONGEST_PAUSE_SECONDS} seconds, the longest wait for an
 * answer {@value #LONGEST_ANSWER_SECONDS} seconds, no limit of its own on requests.
 */
@FunctionalInterface
public interface ContractReader {

    /** Longest pause that the consumer under test lets a provider impose, in seconds. */
    int LONGEST_PAUSE_SECONDS = 2;
    /** Longest wait of the consumer under test for an answer, in seconds. */
    int LONGEST_ANSWER_SECONDS = 2;

    /**
     * Starts the consumer. Only one runs at a time.
     *
     * @return closing it stops the consumer in order
     */
    AutoCloseable start(Reading reading) throws Exception;
}
