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

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * What the sync needs of a provider beyond its endpoints: each provider's component implements it. All calls may use the
 * network and throw {@link HelpdeskException}.
 */
public interface HelpdeskSide {

    /** Scheme of the provider, as in the {@code provider} field of the neutral message. */
    String provider();

    /** The account's lasting identity: it outlives credentials and routing and is never derived from a secret. */
    String account();

    /** How long a request whose answer was lost may still take effect at the provider. */
    Duration settleTime();

    /** Longest time that a request of this component is waited for, as a whole. */
    Duration responseTimeout();

    /**
     * Checks that messages can be delivered to this side.
     *
     * @throws IllegalArgumentException when an option must be changed; says which
     * @throws HelpdeskException when the provider refuses or cannot be reached
     */
    void checkTarget();

    /**
     * Checks that history can be filed on this side without anybody being told of it: of a message with
     * {@link HelpdeskConstants#SILENT} and of a conversation with {@link ConversationRequest#silent()}.
     *
     * @throws IllegalArgumentException when something must be changed at the provider, or this side cannot be silent at all,
     *         which is the default; says what
     * @throws HelpdeskException when the provider refuses or cannot be reached
     */
    default void checkSilentTarget() {
        throw new IllegalArgumentException(
                provider() + " cannot take in history without telling anybody of it. Import into another target.");
    }

    /**
     * Finds the conversation that stands for a conversation of another side, or creates it. It looks before it creates, by
     * {@link ConversationRequest#key()}, so that calling it again after a crash or an unclear answer makes no second one.
     *
     * @return the conversation at this provider, and whether it was there already
     * @throws NotFoundYetException when the request is in doubt and an earlier creation may still land
     * @throws UnsupportedOperationException when this side can only be read
     */
    OpenedConversation openConversation(ConversationRequest request);

    /** What this side can do to a message that it holds. None by default: the sync then follows its policies. */
    default Set<SideCapability> capabilities() {
        return Set.of();
    }

    /**
     * Deletes a message for everybody. One that is deleted already, or gone, counts as deleted, so that a repetition is
     * harmless.
     *
     * @throws UnsupportedOperationException without {@link SideCapability#DELETE}
     * @throws HelpdeskException when the provider refuses or cannot be reached
     */
    default void deleteMessage(String conversationId, String messageId) {
        throw new UnsupportedOperationException(provider() + " cannot delete a message");
    }

    /**
     * Closes a conversation, or opens it again. One that has the status already stays as it is, so that a repetition is
     * harmless. Nobody is asked for feedback and nothing is said to the customer.
     *
     * @throws UnsupportedOperationException without {@link SideCapability#STATUS}
     * @throws HelpdeskException when the provider refuses or cannot be reached; with status 404 or 410 when there is no such
     *         conversation
     */
    default void setStatus(String conversationId, ConversationStatus status) {
        throw new UnsupportedOperationException(provider() + " cannot close or open a conversation");
    }

    /**
     * The status of a conversation as it is now.
     *
     * @return empty when this side cannot tell
     * @throws HelpdeskException with status 404 or 410 when there is no such conversation
     */
    default Optional<ConversationStatus> status(String conversationId) {
        return Optional.empty();
    }

    /**
     * The key by which {@link #openConversation} has opened a conversation, read from the provider.
     *
     * @return empty when the conversation bears no such key
     * @throws HelpdeskException with status 404 or 410 when there is no such conversation
     */
    default Optional<String> conversationKey(String conversationId) {
        return Optional.empty();
    }

    /**
     * All messages of a conversation, the oldest first, deleted ones included where the provider still shows them.
     *
     * @throws HelpdeskException with status 404 or 410 when there is no such conversation
     */
    default List<HelpdeskMessage> messages(String conversationId) {
        throw new UnsupportedOperationException(provider() + " does not list messages");
    }

    /**
     * A file of a message, with an address at which it can be read now: addresses of files expire.
     *
     * @return empty when the file, or its message, is there no more
     */
    default Optional<Attachment> attachment(String conversationId, String messageId, String attachmentId) {
        return Optional.empty();
    }

    /**
     * Id of the author that our messages bear at this side, for sides that keep no readable marker.
     *
     * @return empty where each message keeps its marker, which then is what tells our messages from others
     */
    default Optional<String> senderId() {
        return Optional.empty();
    }

    /**
     * Whether a message that bears no marker may be one of ours, judged by its author alone.
     *
     * @param author who wrote it, or null when that is not known
     * @return by default whether it is {@link #senderId()}; a side that does not know yet as whom it writes says true of all
     *         whom
     *         it may be
     */
    default boolean mayHaveWritten(Author author) {
        return author != null && senderId().filter(id -> id.equals(author.id())).isPresent();
    }
}
