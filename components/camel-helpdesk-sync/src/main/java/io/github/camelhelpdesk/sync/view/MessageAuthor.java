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
package io.github.camelhelpdesk.sync.view;

/**
 * Who wrote a message.
 *
 * @param type {@code customer}, {@code agent}, {@code bot} or {@code system}; null when the message could not be read
 * @param name display name, or null
 * @param privately whether only people at the help desk can see it
 */
public record MessageAuthor(String type, String name, boolean privately) {

    /** The type only: logs must not carry names. */
    @Override
    public String toString() {
        return String.valueOf(type);
    }
}
