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
package io.github.camelhelpdesk.acquire.consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is left out because it bears no id, by which alone it could be handed on. */
final class UnreadableItems {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableItems.class);

    private UnreadableItems() {
    }

    static void withoutId(String what, String problem) {
        LOG.warn("Acquire gave a {} without a usable id; it is left out ({})", what, problem);
    }
}
