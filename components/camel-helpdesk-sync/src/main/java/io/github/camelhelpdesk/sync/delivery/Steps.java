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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.OnChange;
import io.github.camelhelpdesk.sync.ledger.CopiedMessage;
import io.github.camelhelpdesk.sync.ledger.EarlierRevisions;
import io.github.camelhelpdesk.sync.ledger.MessageCopies;
import io.github.camelhelpdesk.sync.ledger.MessageKind;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.TargetMessage;

/** Decides how a row is delivered: by what it carries, what the target can do, and the policies onEdit and onDelete. */
final class Steps {

    static final String WITHDRAWN = "Deleted at the source before it was sent";

    private final DeliverySettings settings;
    private final MessageCopies copies;
    private final EarlierRevisions earlier;

    Steps(DeliverySettings settings, MessageCopies copies, EarlierRevisions earlier) {
        this.settings = settings;
        this.copies = copies;
        this.earlier = earlier;
    }

    /** @param message the row's content */
    Step of(MessageRow row, HelpdeskMessage message) {
        if (row.isWithdrawn()) {
            return new Step.Nothing(WITHDRAWN);
        }
        if (row.kind() == MessageKind.MESSAGE) {
            return new Step.Send(message, List.of());
        }
        Optional<String> unended = earlier.unended(row);
        if (unended.isPresent()) {
            return new Step.Wait("It changes a message that is not sent yet: revision " + unended.get()
                    + ". Replay or discard that one first, then replay this one.");
        }
        return row.kind() == MessageKind.EDIT ? edit(row, message) : deletion(row, message);
    }

    private Step edit(MessageRow row, HelpdeskMessage message) {
        List<TargetMessage> changed = copies.of(row.key());
        if (changed.isEmpty()) {
            return withoutCopy();
        }
        if (can(SideCapability.EDIT)) {
            return new Step.Send(message, changed);
        }
        return settings.onEdit() == OnChange.ignore ? ignored("edit", "onEdit")
                : new Step.Send(Notices.edited(message, earlier.files(row), settings.onEdit()), List.of());
    }

    private Step deletion(MessageRow row, HelpdeskMessage message) {
        Optional<CopiedMessage> original = copies.originalOf(row.key());
        List<TargetMessage> deleted = original.map(found -> List.of(found.place())).orElseGet(() -> copies.left(row.key()));
        if (deleted.isEmpty()) {
            return withoutCopy();
        }
        if (can(SideCapability.DELETE)) {
            return new Step.Delete(deleted);
        }
        if (settings.onDelete() == OnChange.ignore) {
            return ignored("delete", "onDelete");
        }
        Instant writtenAt = original.isPresent() ? original.get().createdAt() : message.createdAt();
        return new Step.Send(Notices.deleted(message, writtenAt, original.isPresent(), settings.onDelete()), List.of());
    }

    private boolean can(SideCapability capability) {
        return settings.target().capabilities().contains(capability);
    }

    private Step withoutCopy() {
        return new Step.Nothing("The message that it changes has no copy on " + settings.target());
    }

    private Step ignored(String verb, String option) {
        return new Step.Nothing(settings.target() + " cannot " + verb + " a message, and the option " + option + " is ignore");
    }
}
