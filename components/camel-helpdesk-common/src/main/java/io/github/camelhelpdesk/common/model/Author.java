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
package io.github.camelhelpdesk.common.model;

/**
 * Who wrote a message.
 *
 * @param type customer, agent, bot or system
 * @param id the provider's id of the person; ids of different types are separate number spaces
 * @param name display name, or null
 * @param email e-mail address, or null
 * @param phone phone number, or null
 */
public record Author(AuthorType type, String id, String name, String email, String phone) {

    /** Names the person by type and id only: logs must not carry names. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
