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
package io.github.camelhelpdesk.testkit.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whoever can write a message: a contact, a user or an agent bot. */
interface Sender {

    long id();

    String name();

    /** As in the {@code sender_type} of embedded messages, such as {@code AgentBot} (chatwoot.md, section 8). */
    String storedType();

    /** The {@code sender} object of a REST message (chatwoot.md, section 8). */
    ObjectNode json();
}
