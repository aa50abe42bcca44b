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
package io.github.camelhelpdesk.acquire.transform;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireCaseUser;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;

/** A thread, by the case that stands for it, as a neutral conversation. */
public final class NeutralConversations {

    /** The one status of a case that is over. */
    public static final String CLOSED = "closed";

    private static final String PROVIDER = "acquire";

    private NeutralConversations() {
    }

    /**
     * The neutral conversation.
     *
     * @param value the case that stands for its thread
     * @param account the account's identity, or null
     * @param event what happened to it, or null
     */
    public static HelpdeskConversation of(AcquireCase value, String account, ConversationEventType event) {
        return new HelpdeskConversation(PROVIDER, account, value.thread(), event, status(value), assigneeId(value), List.of(),
                contact(value), "mail".equals(value.channel()) ? value.title() : null,
                value.dateUpdated() == null ? value.dateCreated() : value.dateUpdated());
    }

    /** Whether it is open: pending, queue and active are; null when it does not say. */
    public static ConversationStatus status(AcquireCase value) {
        if (value.status() == null) {
            return null;
        }
        return CLOSED.equals(value.status()) ? ConversationStatus.CLOSED : ConversationStatus.OPEN;
    }

    /**
     * The agent who is responsible: of those who take part, the owner who was assigned last; null for nobody. In a case that is
     * closed all parts are over, which takes nobody's responsibility away.
     */
    public static String assigneeId(AcquireCase value) {
        boolean isClosed = CLOSED.equals(value.status());
        return value.users().stream()
                .filter(user -> "user".equals(user.type()) && user.userId() != null && !"rejected".equals(user.status())
                        && (isClosed || !Boolean.TRUE.equals(user.closed())))
                .max(Comparator.comparing((AcquireCaseUser user) -> "owner".equals(user.role()))
                        .thenComparing(user -> user.dateLastAssigned() == null ? Instant.EPOCH : user.dateLastAssigned()))
                .map(AcquireCaseUser::userId).orElse(null);
    }

    private static Contact contact(AcquireCase value) {
        String id = value.contactKey();
        if (id == null) {
            return null;
        }
        AcquireContact contact = value.contact() == null ? AcquireContact.of(id) : value.contact();
        String name = value.users().stream().map(AcquireCaseUser::user)
                .filter(user -> user != null && "contact".equals(user.type()) && id.equals(user.id())).map(user -> user.name())
                .filter(text -> text != null && !text.isBlank()).findFirst().orElse(contact.displayName());
        return new Contact(id, null, name, contact.email(), contact.phone());
    }
}
