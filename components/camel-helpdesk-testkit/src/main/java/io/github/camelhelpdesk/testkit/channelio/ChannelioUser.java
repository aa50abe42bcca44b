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
package io.github.camelhelpdesk.testkit.channelio;

import java.util.List;
import java.util.Map;

/**
 * A user as it is stored now.
 *
 * @param memberId the site's own id; null for a lead
 * @param profile name, email, mobileNumber and whatever else was set
 */
public record ChannelioUser(String id, String memberId, String name, Map<String, Object> profile, List<String> tags) {
}
