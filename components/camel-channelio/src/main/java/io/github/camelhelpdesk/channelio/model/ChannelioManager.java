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

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An agent.
 *
 * @param id id of the manager
 * @param name display name
 * @param email e-mail address, or null
 * @param mobileNumber mobile number, or null
 * @param roleId id of the role, or null
 * @param removed whether the manager has left the channel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioManager(String id, String name, String email, String mobileNumber, String roleId,
        Boolean removed) implements Identified {

    /** The id only: logs must not carry names. */
    @Override
    public String toString() {
        return "manager " + id;
    }
}
