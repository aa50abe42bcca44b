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

import java.time.Duration;
import java.util.Optional;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.sync.delivery.AuthorLine;
import io.github.camelhelpdesk.sync.delivery.Backoff;
import io.github.camelhelpdesk.sync.delivery.DeliveryConsumer;
import io.github.camelhelpdesk.sync.delivery.DeliverySettings;
import io.github.camelhelpdesk.sync.delivery.SubjectLine;
import io.github.camelhelpdesk.sync.intake.IntakeProducer;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.reread.SourceReaders;

/**
 * Carry messages from one help desk to another: each exactly once and in order per conversation. One endpoint is one
 * direction of a link; sending to it takes messages in, consuming from it hands them out.
 */
@UriEndpoint(firstVersion = "1.0.0", scheme = "helpdesk-sync", title = "Helpdesk Sync", syntax = "helpdesk-sync:link", category = {
        Category.CHAT, Category.MESSAGING }, headersClass = HelpdeskConstants.class)
public class HelpdeskSyncEndpoint extends DefaultEndpoint {

    @UriPath(description = "Name of the link, shared by its two directions: 1 to 40 characters of A-Z a-z 0-9 _ -. Never change it: it"
            + " is part of each message's mark.")
    @Metadata(required = true)
    private final String link;
    @UriParam(description = "Name of the component that the messages come from, for instance chatwoot or a bean's name.")
    @Metadata(required = true)
    private String source;
    @UriParam(description = "Name of the component that the messages go to.")
    @Metadata(required = true)
    private String target;
    @UriParam
    private final HelpdeskSyncConfiguration configuration;

    HelpdeskSyncEndpoint(String uri, HelpdeskSyncComponent component, String link, HelpdeskSyncConfiguration configuration) {
        super(uri, component);
        this.link = link;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new IntakeProducer(this, task -> getComponent().completions().execute(task));
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DeliveryConsumer consumer = new DeliveryConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public HelpdeskSyncComponent getComponent() {
        return (HelpdeskSyncComponent) super.getComponent();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        require("source", source);
        require("target", target);
        if (source.equals(target)) {
            throw new IllegalArgumentException("The options source and target of helpdesk-sync:" + link + " are both " + source
                    + ". A link joins two sides; for two accounts of one provider make two component beans.");
        }
        if (configuration.getConcurrentConsumers() < 1) {
            throw new IllegalArgumentException(
                    "The option concurrentConsumers of helpdesk-sync:" + link + " must be at least 1, but is "
                            + configuration.getConcurrentConsumers() + ".");
        }
        if (configuration.getMaxWritesPerHour() < 0) {
            throw new IllegalArgumentException("The option maxWritesPerHour of helpdesk-sync:" + link
                    + " must be 0 for any number, or positive, but is " + configuration.getMaxWritesPerHour() + ".");
        }
        if (configuration.isDryRun() && !configuration.isImportHistory()) {
            throw new IllegalArgumentException("The option dryRun of helpdesk-sync:" + link
                    + " is for imports: set importHistory=true too, or take it away.");
        }
        // Now, and not at the start: all routes of an application know of each other before the first one reads.
        getComponent().paths().add(this, key());
        if (configuration.isImportHistory()) {
            getComponent().imports().add(this, key(), configuration.isDryRun());
        }
    }

    @Override
    protected void doShutdown() throws Exception {
        getComponent().paths().remove(this);
        getComponent().imports().remove(this);
        super.doShutdown();
    }

    /** Which direction it is. */
    public DirectionKey key() {
        return new DirectionKey(link, source, target);
    }

    private void require(String option, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The option " + option + " of helpdesk-sync:" + link + " is missing: set it to the name"
                            + " of a help desk's component.");
        }
    }

    /** Whether an endpoint of this direction imports, be it this one or another; and if so, whether it is a dry run. */
    public Optional<Boolean> dryRun() {
        return getComponent().imports().dryRun(key());
    }

    /** Finds the consumers of both sides. */
    public SourceReaders readers() {
        return getComponent().readers();
    }

    /** Where messages come from. */
    public Side source() {
        return getComponent().side("source", source);
    }

    /** Where messages go to. */
    public Side target() {
        return getComponent().side("target", target);
    }

    /** This direction in its ledger, which is opened when it is not yet. */
    public LedgerDirection direction() {
        return getComponent().ledger(configuration).direction(key());
    }

    /** Whether this application has the other direction of the link, too. */
    public boolean isBothWays() {
        return getComponent().paths().has(key().opposite());
    }

    /**
     * Whether a copy that is read on the source must not go on to the target: it was written there, or another direction
     * brings it there. Accounts are asked for only where that decides, as a target that cannot be reached must not hold up
     * the intake.
     */
    public boolean goesBack(Marker marker) {
        return marker.link().equals(link) || marker.isFrom(target().identity())
                || getComponent().paths().isBroughtByAnother(marker, key());
    }

    /** How this direction is delivered. */
    public DeliverySettings deliverySettings() {
        Side to = target();
        Duration settleTime = configuration.getSettleTime() == null ? to.settleTime()
                : Duration.ofMillis(configuration.getSettleTime());
        Backoff backoff = new Backoff(Duration.ofMillis(configuration.getRedeliveryDelay()),
                Duration.ofMillis(configuration.getMaxRedeliveryDelay()));
        return new DeliverySettings(to, settleTime, configuration.getOnUnknown() == OnUnknown.resend,
                configuration.getOnFinalFailure() == OnFinalFailure.goOn, configuration.getMaxRedeliveries(), backoff,
                configuration.getConcurrentConsumers(), authorLine(),
                new SubjectLine(configuration.getSubjectTemplate()), configuration.getOnEdit(),
                configuration.getOnDelete(), configuration.isImportHistory());
    }

    private AuthorLine authorLine() {
        String usual = configuration.isImportHistory() ? "{name} ({time}): " : "{name}: ";
        return new AuthorLine(configuration.getAuthorTemplate() == null ? usual : configuration.getAuthorTemplate());
    }

    public String getLink() {
        return link;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public HelpdeskSyncConfiguration getConfiguration() {
        return configuration;
    }
}
