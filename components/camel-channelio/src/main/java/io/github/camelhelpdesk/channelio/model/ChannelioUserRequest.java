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

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is to be known of a user.
 *
 * @param profile values that win over what is there, such as name, email, mobileNumber
 * @param profileOnce values that are set only where there are none
 * @param tags tags
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChannelioUserRequest(Map<String, Object> profile, Map<String, Object> profileOnce, List<String> tags) {

    /** The class only: logs must not carry names. */
    @Override
    public String toString() {
        return "user request";
    }
}
