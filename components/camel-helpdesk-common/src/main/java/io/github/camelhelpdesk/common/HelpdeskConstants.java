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
package io.github.camelhelpdesk.common;

import org.apache.camel.spi.Metadata;

/** Headers that all help-desk components share. Those of a provider extend them, so that its catalog entry lists them all. */
public class HelpdeskConstants {

    @Metadata(label = "consumer", description = "Scheme of the component that read the message.", javaType = "String")
    public static final String PROVIDER = "CamelHelpdeskProvider";
    @Metadata(label = "consumer", description = "The account's lasting identity, as used in keys and logs.", javaType = "String")
    public static final String ACCOUNT = "CamelHelpdeskAccount";
    @Metadata(label = "producer", description = "The conversation to write into; wins over every other way to name it. After"
            + " sending, the conversation that was written into.", javaType = "String")
    public static final String CONVERSATION_ID = "CamelHelpdeskConversationId";
    @Metadata(label = "producer", description = "After sending: id of the message that was written, or a list of ids when it was"
            + " split. It is an exchange property as well.", javaType = "Object")
    public static final String MESSAGE_ID = "CamelHelpdeskMessageId";
    @Metadata(label = "consumer", description = "Why a message of the provider could not be read. The body is then its JSON as"
            + " it came (JsonNode).", javaType = "String")
    public static final String UNREADABLE = "CamelHelpdeskUnreadable";
    @Metadata(label = "producer", description = "The marker to leave in the message so that it can be found again.", javaType = "String")
    public static final String MARKER = "CamelHelpdeskMarker";
    @Metadata(label = "producer", description = "Whether the message may have been sent before. The sender then looks for its"
            + " marker and sends only when it is not there.", javaType = "Boolean", defaultValue = "false")
    public static final String IN_DOUBT = "CamelHelpdeskInDoubt";
    @Metadata(label = "producer", description = "Id of the last message known to be before the one in doubt: the look-up reads"
            + " back to it. Without it the whole conversation is read.", javaType = "String")
    public static final String AFTER_ID = "CamelHelpdeskAfterId";
    @Metadata(label = "producer", description = "Instant from which \"not found\" counts: an earlier attempt may still land"
            + " before it.", javaType = "java.time.Instant")
    public static final String NOT_FOUND_FROM = "CamelHelpdeskNotFoundFrom";
    @Metadata(label = "producer", description = "Text to put before the message where the target cannot carry the author.", javaType = "String")
    public static final String AUTHOR_PREFIX = "CamelHelpdeskAuthorPrefix";
    @Metadata(label = "producer", description = "Line to put before the message where the target cannot carry its subject.", javaType = "String")
    public static final String SUBJECT_LINE = "CamelHelpdeskSubjectLine";
    @Metadata(description = "Set to true by a route that deliberately sends nothing: the sync then ends the message as skipped.", javaType = "Boolean", defaultValue = "false")
    public static final String SKIPPED = "CamelHelpdeskSkipped";

    @Metadata(label = "producer", description = "Id of the message, in the conversation written to, that this one answers. A target"
            + " that knows no answers ignores it.", javaType = "String")
    public static final String REPLY_TO_ID = "CamelHelpdeskReplyToId";
    @Metadata(label = "producer", description = "Id of an earlier copy, in the conversation written to, whose text this message"
            + " replaces; with commas between them, when it was sent in several parts. Only for targets that can edit.", javaType = "String")
    public static final String REPLACES_ID = "CamelHelpdeskReplacesId";
    @Metadata(label = "consumer", description = "Whether the message was handed out before and has changed since: edited or"
            + " deleted. Only with the option includeUpdates.", javaType = "Boolean", defaultValue = "false")
    public static final String UPDATED = "CamelHelpdeskUpdated";

    @Metadata(label = "consumer", description = "Whether the message is read once more to find out what is missing. The sync then"
            + " takes it in as new when it has never had it, even if CamelHelpdeskUpdated is true.", javaType = "Boolean", defaultValue = "false")
    public static final String REREAD = "CamelHelpdeskReread";
    @Metadata(label = "consumer", description = "What happened to the conversation: opened, closed, assigned or labelled. Only of"
            + " the operation conversations.", javaType = "io.github.camelhelpdesk.common.model.ConversationEventType")
    public static final String CONVERSATION_EVENT = "CamelHelpdeskConversationEvent";
    @Metadata(label = "consumer", description = "When the conversation was asked for, by this machine's clock: what was changed later"
            + " is not in it. Only of the operation conversations.", javaType = "java.time.Instant")
    public static final String READ_AT = "CamelHelpdeskReadAt";
    @Metadata(label = "producer", description = "Whether a message is history that is only filed: nobody is told of it, by mail, SMS"
            + " or notification, as far as the target can be told to be silent. CamelHelpdeskAuthorPrefix then stands before each"
            + " message.", javaType = "Boolean", defaultValue = "false")
    public static final String SILENT = "CamelHelpdeskSilent";
    /** Exchange property with the {@link AttachmentSource} of the message; set by the sync. */
    public static final String ATTACHMENT_SOURCE = "CamelHelpdeskAttachmentSource";
    /**
     * Exchange property, Boolean: the source has deleted the message in doubt meanwhile. It is looked for, and what is not
     * there
     * is not sent any more; set by the sync.
     */
    public static final String WITHDRAWN = "CamelHelpdeskWithdrawn";

    protected HelpdeskConstants() {
    }
}
