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
package io.github.camelhelpdesk.channelio;

/** How the characters that Channel.io takes for markup ({@code &}, {@code <}, {@code >}) are sent; as in the option. */
public enum MarkupEscape {

    /** As {@code &amp;}, {@code &lt;} and {@code &gt;}: what is read back equals what was sent. */
    entities,
    /** As their full-width forms, for channels that show entities as they are. Reading gives the full-width forms. */
    fullWidth
}
