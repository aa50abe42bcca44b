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
 * The customer of a conversation.
 *
 * @param id the provider's id of the contact
 * @param externalId the id that the site itself gave the contact (Chatwoot {@code identifier}, Channel.io {@code memberId}), or
 *        null
 * @param name display name, or null
 * @param email e-mail address, or null
 * @param phone phone number, or null
 */
public record Contact(String id, String externalId, String name, String email, String phone) {

    /** Names the contact by id only: logs must not carry names. */
    @Override
    public String toString() {
        return "contact " + id;
    }
}
