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
package io.github.camelhelpdesk.common.consumer;

import java.util.concurrent.ExecutorService;

import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.cursor.CursorKeys;
import io.github.camelhelpdesk.common.cursor.CursorRepositories;

/** Opens the account of a consumer: claims the consumer's cursor, and begins it when there is none. */
final class AccountOpening {

    private static final Logger LOG = LoggerFactory.getLogger(AccountOpening.class);

    private final AccountConsumer consumer;
    private final AccountScope scope;
    private String cursorKey;
    private StateRepository<String, String> repository;

    AccountOpening(AccountConsumer consumer, AccountScope scope) {
        this.consumer = consumer;
        this.scope = scope;
    }

    /**
     * Begins the work with the account. What is wrong with the set-up fails here, a provider that is away only when it has to
     * be asked where to begin.
     */
    OpenAccount open(ConversationWorkers.Owner owner, ExecutorService threads) {
        CursorStore store = claim();
        AccountProgress progress = new AccountProgress(stored(store));
        ConversationWorkers workers = new ConversationWorkers(owner, threads, endpoint().getConcurrentConsumers(),
                scope.conversationId() != null, progress);
        workers.with(new ConversationReading(scope.source(), store, new Selection(scope.inclusion(), scope.updates()),
                new RouteHandler(consumer, scope.source().account(), scope.what()), workers));
        return new OpenAccount(scope, store, progress, workers);
    }

    /** Lets others have the cursor. */
    void release() {
        CursorKeys.of(endpoint().getCamelContext()).release(cursorKey, consumer);
    }

    private CursorStore claim() {
        cursorKey = cursorKey();
        if (repository == null) {
            repository = CursorRepositories.resolve(endpoint().getCamelContext(), endpoint().getCursorRepository(),
                    consumer.name(), endpoint().getStartFrom());
        }
        CursorKeys.of(endpoint().getCamelContext()).claim(cursorKey, consumer, consumer.name());
        return new CursorStore(repository, cursorKey, scope.source());
    }

    private String cursorKey() {
        String cursorId = endpoint().getCursorId() == null ? consumer.getRouteId() : endpoint().getCursorId();
        String key = endpoint().getComponent().getDefaultName() + "/" + scope.source().account() + "/" + scope.filters() + "/"
                + cursorId;
        // FileStateRepository refuses keys with an equals sign.
        return key.replace('=', ':');
    }

    private AccountCursor stored(CursorStore store) {
        AccountCursor stored = store.account();
        if (stored != null) {
            return stored;
        }
        Beginning beginning = scope.source().begin(StartFrom.parse(endpoint().getStartFrom()));
        // The account's cursor last: it says that the others are there.
        store.save(beginning.known());
        AccountCursor first = AccountCursor.beginning(beginning);
        store.save(first);
        LOG.info("{} begins with startFrom={}", consumer.name(), endpoint().getStartFrom());
        return first;
    }

    private HelpdeskEndpoint endpoint() {
        return consumer.getEndpoint();
    }
}
