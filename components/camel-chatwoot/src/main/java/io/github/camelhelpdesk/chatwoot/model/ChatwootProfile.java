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
package io.github.camelhelpdesk.chatwoot.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The owner of the access token. The tokens that Chatwoot puts into the answer are left out.
 *
 * @param id id of the user
 * @param name full name
 * @param email e-mail address
 * @param accounts the accounts that the user works in, never null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootProfile(Long id, String name, String email, List<Account> accounts) {

    public ChatwootProfile {
        accounts = accounts == null ? List.of() : accounts;
    }

    /**
     * An account of the user.
     *
     * @param id number of the account
     * @param name its name
     * @param role {@code administrator} or {@code agent}
     * @param status {@code active} or {@code suspended}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(Long id, String name, String role, String status) {
    }

    /** Id only: logs must not carry names. */
    @Override
    public String toString() {
        return "chatwoot user " + id;
    }
}
