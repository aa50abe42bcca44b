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

/** What stands behind the consumer under test: the rest of a route. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Takes one message. The message is done when this returns.
     *
     * @throws Exception when it is not done; it then has to come again, before any later one of its conversation
     */
    void handle(ReadMessage message) throws Exception;
}
