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

import javax.sql.DataSource;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options that can be set for all links at the component, or for one direction at its endpoint. */
@UriParams
public class HelpdeskSyncConfiguration implements Cloneable {

    @UriParam(label = "advanced", description = "The database of the ledger, which must be a SQLite file for now. Without one the"
            + " component opens ledgerFile itself.")
    @Metadata(autowired = true)
    private DataSource dataSource;
    @UriParam(defaultValue = "helpdesk-ledger.db", description = "The SQLite file that remembers each message, its copies and how far"
            + " the consumers have read. Made when it is not there. One application at a time can have it.")
    private String ledgerFile = "helpdesk-ledger.db";
    @UriParam(label = "consumer", defaultValue = "8", description = "How many conversations are delivered at once. Within a"
            + " conversation messages always go one after the other.")
    private int concurrentConsumers = 8;
    @UriParam(label = "consumer", javaType = "java.time.Duration", description = "How long a send whose answer was lost may still"
            + " take effect at the target. Before that time is over, \"not found\" does not mean \"not sent\". Default: what the"
            + " target's component says, for instance 15 seconds for Chatwoot.")
    private Long settleTime;
    @UriParam(label = "consumer", defaultValue = "park", description = "What is done with a message of which the target cannot tell"
            + " whether it has it already: park lets it wait for a person, resend sends it again, perhaps twice.")
    private OnUnknown onUnknown = OnUnknown.park;
    @UriParam(label = "consumer", defaultValue = "wait", description = "What becomes of a conversation whose message is parked: wait"
            + " keeps its later messages back, goOn delivers them without the parked one.")
    private OnFinalFailure onFinalFailure = OnFinalFailure.wait;
    @UriParam(label = "consumer", defaultValue = "append", description = "What a target that cannot edit gets when a message was"
            + " edited: append writes the new text as one more message, as visible as the first, note writes it as a note that only"
            + " the help desk sees, ignore writes nothing.")
    private OnChange onEdit = OnChange.append;
    @UriParam(label = "consumer", defaultValue = "note", description = "What a target that cannot delete gets when a message was"
            + " deleted: note tells so in a note that only the help desk sees, append in a message as visible as the deleted one,"
            + " ignore writes nothing. The deleted text is never repeated.")
    private OnChange onDelete = OnChange.note;
    @UriParam(label = "consumer", defaultValue = "{name}: ", description = "Text before a message where the target cannot show its"
            + " author: {name} is the author's name, {time} when it was written, in UTC to the minute. Empty for none. With"
            + " importHistory it stands before each message, and is {name} ({time}): unless set.")
    private String authorTemplate;
    @UriParam(label = "consumer", defaultValue = "Subject: {subject}", description = "Line before a message where the target cannot"
            + " carry its subject: before the first one of a conversation that has a subject, and before each one whose subject is"
            + " another than that of the one before, whatever Re:, AW:, Fwd: and the like stand in front of it. Empty for none.")
    private String subjectTemplate = "Subject: {subject}";
    @UriParam(label = "consumer", defaultValue = "5", description = "How often a message is tried again after a failure that is"
            + " neither the account's nor a refusal, before it is parked. Trouble of the account or host never counts.")
    private int maxRedeliveries = 5;
    @UriParam(label = "consumer", defaultValue = "1000", javaType = "java.time.Duration", description = "How long to wait after the"
            + " first failure; doubled with each further one.")
    private long redeliveryDelay = 1000;
    @UriParam(label = "consumer", defaultValue = "60000", javaType = "java.time.Duration", description = "The longest wait between two"
            + " attempts. A target that asks for longer gets it, up to an hour.")
    private long maxRedeliveryDelay = 60000;

    @UriParam(label = "consumer", defaultValue = "1000", description = "How many messages are written into one conversation within"
            + " an hour. At the next one this conversation pauses and an alarm is raised, as it looks like a loop of bots that"
            + " answer each other; it goes on by itself. 0 allows any number, for instance while long conversations are copied"
            + " from their beginning.")
    private int maxWritesPerHour = 1000;
    @UriParam(defaultValue = "false", description = "Whether this direction files the source's history: the source is read from its"
            + " beginning, once; nobody is told of what is written; each message shows when it was written and by whom; the"
            + " conversations are closed in the end, and a report says what became of everything. maxWritesPerHour does not"
            + " apply.")
    private boolean importHistory;
    @UriParam(defaultValue = "false", description = "Whether an import with importHistory=true only reads and counts: it writes"
            + " nothing to the target, and its report says what an import would do.")
    private boolean dryRun;

    /** A copy that can be changed without changing this one. */
    public HelpdeskSyncConfiguration copy() {
        try {
            return (HelpdeskSyncConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public DataSource getDataSource() {
        return dataSource;
    }

    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public String getLedgerFile() {
        return ledgerFile;
    }

    public void setLedgerFile(String ledgerFile) {
        this.ledgerFile = ledgerFile;
    }

    public int getConcurrentConsumers() {
        return concurrentConsumers;
    }

    public void setConcurrentConsumers(int concurrentConsumers) {
        this.concurrentConsumers = concurrentConsumers;
    }

    public Long getSettleTime() {
        return settleTime;
    }

    public void setSettleTime(Long settleTime) {
        this.settleTime = settleTime;
    }

    public OnUnknown getOnUnknown() {
        return onUnknown;
    }

    public void setOnUnknown(OnUnknown onUnknown) {
        this.onUnknown = onUnknown;
    }

    public OnFinalFailure getOnFinalFailure() {
        return onFinalFailure;
    }

    public void setOnFinalFailure(OnFinalFailure onFinalFailure) {
        this.onFinalFailure = onFinalFailure;
    }

    public OnChange getOnEdit() {
        return onEdit;
    }

    public void setOnEdit(OnChange onEdit) {
        this.onEdit = onEdit;
    }

    public OnChange getOnDelete() {
        return onDelete;
    }

    public void setOnDelete(OnChange onDelete) {
        this.onDelete = onDelete;
    }

    public String getSubjectTemplate() {
        return subjectTemplate;
    }

    public void setSubjectTemplate(String subjectTemplate) {
        this.subjectTemplate = subjectTemplate;
    }

    public String getAuthorTemplate() {
        return authorTemplate;
    }

    public void setAuthorTemplate(String authorTemplate) {
        this.authorTemplate = authorTemplate;
    }

    public int getMaxRedeliveries() {
        return maxRedeliveries;
    }

    public void setMaxRedeliveries(int maxRedeliveries) {
        this.maxRedeliveries = maxRedeliveries;
    }

    public long getRedeliveryDelay() {
        return redeliveryDelay;
    }

    public void setRedeliveryDelay(long redeliveryDelay) {
        this.redeliveryDelay = redeliveryDelay;
    }

    public long getMaxRedeliveryDelay() {
        return maxRedeliveryDelay;
    }

    public void setMaxRedeliveryDelay(long maxRedeliveryDelay) {
        this.maxRedeliveryDelay = maxRedeliveryDelay;
    }

    public int getMaxWritesPerHour() {
        return maxWritesPerHour;
    }

    public boolean isImportHistory() {
        return importHistory;
    }

    public void setImportHistory(boolean importHistory) {
        this.importHistory = importHistory;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public void setMaxWritesPerHour(int maxWritesPerHour) {
        this.maxWritesPerHour = maxWritesPerHour;
    }
}
