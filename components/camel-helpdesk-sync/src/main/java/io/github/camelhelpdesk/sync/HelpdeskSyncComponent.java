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
package io.github.camelhelpdesk.sync;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.cursor.CursorRepository;
import io.github.camelhelpdesk.sync.desk.LedgerDesk;
import io.github.camelhelpdesk.sync.desk.SyncDesk;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.LedgerCursorRepository;
import io.github.camelhelpdesk.sync.reconcile.Patience;
import io.github.camelhelpdesk.sync.reread.SourceReaders;
import io.github.camelhelpdesk.sync.view.ConversationView;
import io.github.camelhelpdesk.sync.view.LedgerView;

/** Carries messages between help desks over a durable ledger, so that none is lost, doubled or reordered. */
@Component("helpdesk-sync")
public class HelpdeskSyncComponent extends HealthCheckComponent {

    /** Name under which {@link #cursorRepository()} is bound, unless the application has a repository of its own. */
    public static final String CURSOR_REPOSITORY = "helpdeskCursorRepository";

    @Metadata(description = "Options that all endpoints begin with.")
    private HelpdeskSyncConfiguration configuration = new HelpdeskSyncConfiguration();

    private final Ledgers ledgers = new Ledgers();
    private final Map<String, Side> sides = new ConcurrentHashMap<>();
    private final CopyPaths paths = new CopyPaths(name -> side("source or target", name));
    private final ImportingDirections imports = new ImportingDirections();
    private final CursorRepository cursorRepository = new LedgerCursorRepository(() -> ledger(configuration));
    private ExecutorService completions;
    private SourceReaders readers;
    private LedgerDesk desk;
    private Patience patience = Patience.USUAL;

    /** The state of all links, for consoles and REST resources. */
    public LedgerView ledgerView() {
        return ledgers;
    }

    /** Where a person looks after the links: parked messages, reconciling, backfill. */
    public SyncDesk desk() {
        return desk;
    }

    /** What people wrote on both sides of each link; for consoles of people who may read both. */
    public ConversationView conversationView() {
        return ledgers;
    }

    /** Keeps consumers' cursors in the ledger of this component. Bound in the registry when it has no such bean. */
    public CursorRepository cursorRepository() {
        return cursorRepository;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!Marker.isLinkName(remaining)) {
            throw new IllegalArgumentException("The link name in helpdesk-sync:" + remaining + " must be 1 to 40 characters of"
                    + " A-Z a-z 0-9 _ -, as it becomes part of each message's mark.");
        }
        HelpdeskSyncEndpoint endpoint = new HelpdeskSyncEndpoint(uri, this, remaining, configuration.copy());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        ledgers.allow();
        readers = new SourceReaders(getCamelContext());
        desk = new LedgerDesk(ledgers::all, getCamelContext(), readers, name -> side("source or target", name),
                () -> completions, () -> patience);
        // Now, and not at the start: consumers look for it when they start, which may be before this component does.
        if (getCamelContext().getRegistry().findByType(StateRepository.class).isEmpty()) {
            getCamelContext().getRegistry().bind(CURSOR_REPOSITORY, CursorRepository.class, cursorRepository);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        completions = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "helpdesk-sync-intake");
    }

    @Override
    protected void doStop() throws Exception {
        desk.close();
        ledgers.close();
        getCamelContext().getExecutorServiceManager().shutdown(completions);
        super.doStop();
    }

    /** How long the desk gives things time. For tests. */
    void setPatience(Patience patience) {
        this.patience = patience;
    }

    Ledger ledger(HelpdeskSyncConfiguration settings) {
        return ledgers.of(settings);
    }

    ExecutorService completions() {
        return completions;
    }

    SourceReaders readers() {
        return readers;
    }

    ImportingDirections imports() {
        return imports;
    }

    CopyPaths paths() {
        return paths;
    }

    /** The side of that name, the same object for all links. */
    Side side(String option, String name) {
        return sides.computeIfAbsent(name, any -> new Side(name, component(option, name)));
    }

    private HelpdeskSide component(String option, String name) {
        Object component = getCamelContext().getComponent(name);
        if (component instanceof HelpdeskSide side) {
            return side;
        }
        throw new IllegalArgumentException(component == null
                ? "There is no component named " + name + ". Set the option " + option
                        + " of helpdesk-sync to the name of a help"
                        + " desk's component, or add that component as a bean of this name."
                : "The component " + name + " is no help desk (" + component.getClass().getName() + " does not implement "
                        + HelpdeskSide.class.getName() + "). Set the option " + option + " of helpdesk-sync to one that is.");
    }

    public HelpdeskSyncConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(HelpdeskSyncConfiguration configuration) {
        this.configuration = configuration;
    }
}
