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

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whom a conversation is assigned to: an agent, an agent bot or a team.
 *
 * @param id id of the agent, bot or team
 * @param name its name
 * @param email e-mail address of an agent, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootAssignee(Long id, String name, String email) {

    /** Id only: logs must not carry names. */
    @Override
    public String toString() {
        return "chatwoot assignee " + id;
    }
}
