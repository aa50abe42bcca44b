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
package io.github.camelhelpdesk.testkit;

/**
 * A message on its way into the list: it has its id and its time, and nobody sees it. Messages written meanwhile get higher ids
 * and are seen first.
 *
 * @param <I> how the provider's simulator names messages
 */
public final class PendingMessage<I> {

    private final I id;
    private final Runnable commit;

    /**
     * @param id the id that it has already
     * @param commit makes it visible
     */
    public PendingMessage(I id, Runnable commit) {
        this.id = id;
        this.commit = commit;
    }

    /** The id that it has already. */
    public I id() {
        return id;
    }

    /** Makes it visible. */
    public void commit() {
        commit.run();
    }
}
