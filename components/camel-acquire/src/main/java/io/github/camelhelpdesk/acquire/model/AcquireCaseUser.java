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
package io.github.camelhelpdesk.acquire.model;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Somebody's part in a case.
 *
 * @param id id of the part
 * @param type {@code user} or {@code contact}
 * @param userId id of the user or contact
 * @param role such as {@code owner}
 * @param status {@code active}, {@code assigned} or {@code rejected}
 * @param dateLastAssigned when it was last assigned
 * @param closed whether the part is over
 * @param user the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcquireCaseUser(String id, String type, String userId, String role, String status,
        @JsonDeserialize(using = AcquireTime.class) Instant dateLastAssigned,
        @JsonDeserialize(using = YesNo.class) Boolean closed, AcquirePerson user) {

    /** Type and id only: logs must not carry names. */
    @Override
    public String toString() {
        return "acquire " + type + " " + userId;
    }
}
