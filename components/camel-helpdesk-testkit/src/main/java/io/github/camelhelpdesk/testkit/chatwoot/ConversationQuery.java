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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The filters and orders of a conversation list (chatwoot.md, section 5). */
final class ConversationQuery {

    static final int PAGE = 25;

    private static final List<String> PRIORITIES = List.of("low", "medium", "high", "urgent");
    private static final Comparator<Conversation> ACTIVITY = Comparator.comparing(each -> each.lastActivityAt);
    private static final Comparator<Conversation> CREATED = Comparator.comparing(each -> each.createdAt);
    private static final Comparator<Conversation> WAITING = Comparator
            .comparing(each -> each.waitingSince == null ? Instant.MAX : each.waitingSince);
    private static final Comparator<Conversation> PRIORITY = Comparator
            .comparingInt(each -> PRIORITIES.indexOf(String.valueOf(each.priority)));

    private final ChatwootCall call;

    ConversationQuery(ChatwootCall call) {
        this.call = call;
    }

    /** All that match but for the assignee type, which the counts do not know. */
    List<Conversation> matching(ChatwootState state) {
        return state.conversations.values().stream().filter(this::inReach).filter(this::hasStatus).filter(this::isInInbox)
                .filter(this::isInTeam).filter(this::hasLabel).filter(this::hasSourceId).filter(this::holdsText)
                .filter(this::isUnattended).filter(each -> isUpdatedWithin(each, state.clock.now())).toList();
    }

    boolean hasAssigneeType(Conversation conversation) {
        return switch (String.valueOf(call.query("assignee_type"))) {
            case "me" -> call.caller().equals(conversation.assignee);
            case "unassigned" -> conversation.assignee == null;
            case "assigned" -> conversation.assignee != null;
            default -> true;
        };
    }

    /** One page, but everything at once with {@code updated_within}. */
    List<Conversation> page(List<Conversation> matching) {
        Stream<Conversation> sorted = matching.stream().filter(this::hasAssigneeType).sorted(order());
        if (call.query("updated_within") != null) {
            return sorted.toList();
        }
        long page = call.query("page") == null ? 1 : Math.max(1, Parameters.number(call.query("page")));
        return sorted.skip((page - 1) * PAGE).limit(PAGE).toList();
    }

    private Comparator<Conversation> order() {
        // Equal keys have no order of their own; the newer conversation first is one that the database may choose.
        return switch (String.valueOf(call.query("sort_by"))) {
            case "last_activity_at_asc" -> ACTIVITY;
            case "created_at_asc" -> CREATED.thenComparing(each -> each.id);
            case "created_at_desc" -> CREATED.thenComparing(each -> each.id).reversed();
            case "priority_asc" -> PRIORITY;
            case "priority_desc" -> PRIORITY.reversed();
            case "waiting_since_asc" -> WAITING;
            case "waiting_since_desc" -> WAITING.reversed();
            case "priority_desc_created_at_asc" -> PRIORITY.reversed().thenComparing(CREATED);
            case "unread" -> WAITING.thenComparing(ACTIVITY.reversed());
            default -> ACTIVITY.thenComparing(each -> each.id).reversed();
        };
    }

    private boolean inReach(Conversation conversation) {
        return call.caller().sees(conversation.inbox().id);
    }

    /** {@code open} unless asked otherwise; a text search ignores it. */
    private boolean hasStatus(Conversation conversation) {
        String status = call.query("status") == null ? "open" : call.query("status");
        return call.query("q") != null || status.equals("all") || status.equals(conversation.status);
    }

    private boolean isInInbox(Conversation conversation) {
        String inbox = call.query("inbox_id");
        return inbox == null || inbox.equals(String.valueOf(conversation.inbox().id));
    }

    private boolean isInTeam(Conversation conversation) {
        String team = call.query("team_id");
        return team == null || team.equals(String.valueOf(conversation.teamId));
    }

    private boolean hasLabel(Conversation conversation) {
        List<String> labels = call.call().query().get("labels[]");
        return labels == null || labels.stream().anyMatch(conversation.labels::contains);
    }

    private boolean hasSourceId(Conversation conversation) {
        String sourceId = call.query("source_id");
        return sourceId == null || sourceId.equals(conversation.contactInbox.sourceId());
    }

    private boolean holdsText(Conversation conversation) {
        String text = call.query("q");
        return text == null || conversation.messages.values().stream()
                .anyMatch(message -> message.type.ordinal() <= ChatwootMessageType.OUTGOING.ordinal()
                        && message.content != null
                        && message.content.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private boolean isUnattended(Conversation conversation) {
        return !"unattended".equals(call.query("conversation_type")) || conversation.firstReplyCreatedAt == null
                || conversation.waitingSince != null;
    }

    private boolean isUpdatedWithin(Conversation conversation, Instant now) {
        String seconds = call.query("updated_within");
        return seconds == null || conversation.updatedAt.isAfter(now.minusSeconds(Parameters.number(seconds)));
    }
}
