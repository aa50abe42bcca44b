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
package io.github.camelhelpdesk.common;

/**
 * The conversation that a side has found or created.
 *
 * @param id of the conversation at the provider
 * @param wasThere whether it was there already. Of several that ask for the same key at once, from whatever process, at most
 *        one
 *        is told that it was not
 */
public record OpenedConversation(String id, boolean wasThere) {

    /** Of a side that cannot tell which of several has created it: two imports into it at once would both write. */
    public static OpenedConversation takenForNew(String id) {
        return new OpenedConversation(id, false);
    }
}
