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
package io.github.camelhelpdesk.common.producer;

import java.util.List;

/**
 * A message that is at the provider.
 *
 * @param ids ids of the message, one for each part, in order; never empty
 * @param body what the provider answered: the body after sending
 */
public record SentMessage(List<String> ids, Object body) {

    public SentMessage {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("A message that was sent has an id");
        }
    }
}
