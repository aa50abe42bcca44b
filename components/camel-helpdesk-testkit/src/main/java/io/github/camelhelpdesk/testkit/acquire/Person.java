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
package io.github.camelhelpdesk.testkit.acquire;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;

/** Whoever can write a message: a contact or a user. Their ids are numbers of separate kinds (acquire.md, section 6). */
interface Person {

    long id();

    /** {@code contact} or {@code user}, as in {@code senderType}. */
    String type();

    String name();

    Author author();

    /** The {@code sender} of a message. */
    ObjectNode json();
}
