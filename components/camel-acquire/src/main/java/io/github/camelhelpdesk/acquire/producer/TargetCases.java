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
package io.github.camelhelpdesk.acquire.producer;

import java.util.Map;

import org.apache.camel.support.LRUCacheFactory;

import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.ThreadCases;
import io.github.camelhelpdesk.acquire.model.AcquireCase;

/** Which case of a thread to write into. Each is read once, and again when it takes no messages any more. */
final class TargetCases {

    private static final int REMEMBERED = 10_000;

    private final AcquireEndpoint endpoint;
    private final Map<String, TargetCase> byCase = LRUCacheFactory.newLRUCache(REMEMBERED);
    private final Map<String, TargetCase> byThread = LRUCacheFactory.newLRUCache(REMEMBERED);

    TargetCases(AcquireEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A case by its id. */
    TargetCase named(String caseId) {
        TargetCase known = byCase.get(caseId);
        if (known == null) {
            known = TargetCase.of(client().cases().get(caseId));
            byCase.put(caseId, known);
        }
        return known;
    }

    /** The newest case of a thread that takes messages, else the newest one that is not closed, else the newest one. */
    TargetCase of(String threadId) {
        TargetCase known = byThread.get(threadId);
        if (known == null) {
            known = TargetCase.of(find(threadId));
            byThread.put(threadId, known);
        }
        return known;
    }

    /**
     * The same, but a new one when all are closed.
     *
     * @throws IllegalArgumentException when all are closed and none shall be opened
     */
    TargetCase open(String threadId) {
        TargetCase known = of(threadId);
        if (!known.isClosed()) {
            return known;
        }
        // It may have been opened again since it was read.
        byThread.remove(threadId);
        AcquireCase newest = find(threadId);
        TargetCase open = TargetCase.of(newest.isClosed() ? reopened(newest) : newest);
        byThread.put(threadId, open);
        return open;
    }

    /** Whether what was written into a case has to go into another one by now; the one before is forgotten. */
    boolean hasChanged(TargetCase before) {
        byThread.remove(before.threadId());
        byCase.remove(before.id());
        return !before.id().equals(open(before.threadId()).id());
    }

    private AcquireCase find(String threadId) {
        AcquireCase first = client().cases().get(threadId);
        if (first.isActive()) {
            return first;
        }
        ThreadCases cases = ThreadCases.of(client(), endpoint.getConfiguration(), first);
        return cases.open().orElseGet(cases::newest);
    }

    /** Acquire takes messages into active cases only. */
    private AcquireCase reopened(AcquireCase closed) {
        if (!endpoint.getConfiguration().isReopenClosed()) {
            throw new IllegalArgumentException(
                    "All cases of thread " + closed.thread() + " are closed, and Acquire takes messages"
                            + " into active ones only: open one (acquire:createCase), or set the option reopenClosed");
        }
        AcquireCase created = ThreadCases.goOn(client(), closed);
        return created.channel() == null ? client().cases().get(created.id()) : created;
    }

    private AcquireClient client() {
        return endpoint.client();
    }
}
