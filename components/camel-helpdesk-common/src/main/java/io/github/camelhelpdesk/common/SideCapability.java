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
package io.github.camelhelpdesk.common;

/** What a side can do to a message that it holds. */
public enum SideCapability {
    /** The text of a copy can be replaced: {@code sendMessage} does so for the id in {@code CamelHelpdeskReplacesId}. */
    EDIT,
    /** A copy can be deleted for everybody. */
    DELETE,
    /** A copy can be shown as the answer to another message of its conversation. */
    REPLY,
    /** A conversation can be closed, and opened again. */
    STATUS
}
