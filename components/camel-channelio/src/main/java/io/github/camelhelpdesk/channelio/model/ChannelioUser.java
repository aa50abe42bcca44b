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
package io.github.camelhelpdesk.channelio.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A customer.
 *
 * @param id id of the user
 * @param memberId the site's own id of the user, or null
 * @param type member, lead or unified
 * @param name display name, which Channel.io makes up when it knows none
 * @param email e-mail address, or null
 * @param mobileNumber mobile number, or null
 * @param profile what the site knows of the user, never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioUser(String id, String memberId, String type, String name, String email, String mobileNumber,
        Map<String, Object> profile) {

    public ChannelioUser {
        profile = profile == null ? Map.of() : profile;
    }

    /** The id only: logs must not carry names. */
    @Override
    public String toString() {
        return "user " + id;
    }
}
