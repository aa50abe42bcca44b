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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.http.Item;

/** The cases of a thread: the first bears its id, the others name that one as their parent. */
final class ThreadCases {

    private final Supplier<AcquireClient> client;
    private final AcquireConfiguration configuration;

    ThreadCases(Supplier<AcquireClient> client, AcquireConfiguration configuration) {
        this.client = client;
        this.configuration = configuration;
    }

    /**
     * All cases, the first one first; some may come twice.
     *
     * @throws io.github.camelhelpdesk.common.HelpdeskException with status 404 when there is no such thread
     */
    List<Item<AcquireCase>> of(String threadId) {
        List<Item<AcquireCase>> found = new ArrayList<>();
        found.add(client.get().caseItem(threadId));
        found.addAll(new Pages<>("The list of cases of thread " + threadId, configuration, AcquireCase::id,
                page -> client.get().cases(List.of("parentId|eq|" + threadId), page)).all());
        return found;
    }
}
