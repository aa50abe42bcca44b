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

import java.util.List;
import java.util.function.UnaryOperator;

import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.common.producer.AttachmentLines;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.producer.TextParts;

/** What to send to Acquire for a neutral message; its files become lines, as the API takes none. */
public final class Requests {

    private Requests() {
    }

    /**
     * For a neutral message, however long: private ones as notes, a customer's words as the contact's.
     *
     * @param preface what stands before a text that does not bear its author's name, or its subject
     */
    public static AcquireMessageRequest of(HelpdeskMessage message, Preface preface) {
        return parts(message, preface, message.visibility() == Visibility.PRIVATE, Integer.MAX_VALUE).get(0);
    }

    /**
     * For a neutral message, in as many parts as it takes.
     *
     * @param preface what stands before a text that does not bear its author's name, or its subject
     * @param isNote whether only users are to see it
     * @param limit most characters of a part
     * @throws IllegalArgumentException when there is nothing to send
     */
    public static List<AcquireMessageRequest> parts(HelpdeskMessage message, Preface preface, boolean isNote, int limit) {
        boolean isContacts = isCustomers(message) && !isNote;
        AcquireMessageRequest request = AcquireMessageRequest
                .of(isNote ? AcquireMessageRequest.NOTE : AcquireMessageRequest.MESSAGE, null,
                        isContacts ? AcquireMessageRequest.CONTACT : AcquireMessageRequest.USER)
                .withSubject(message.subject());
        String files = AttachmentLines.of(message.attachments());
        Preface own = isContacts ? preface.withoutAuthor() : preface;
        String text = own.text(message);
        return parts(request, text.isEmpty() && files.isEmpty() ? "" : own.before(message), text, files, limit);
    }

    /** For a text with all else of a request, in as many parts as it takes. */
    public static List<AcquireMessageRequest> parts(AcquireMessageRequest request, int limit) {
        return parts(request, "", request.message(), "", limit);
    }

    /** Whatever is not known to be the help desk's own word counts as the customer's. */
    public static boolean isCustomers(HelpdeskMessage message) {
        return message.direction() != Direction.OUTBOUND;
    }

    private static List<AcquireMessageRequest> parts(AcquireMessageRequest request, String prefix, String text, String below,
            int limit) {
        List<String> parts = new TextParts(limit, UnaryOperator.identity()).of(prefix, text, below);
        if (parts.get(0).isBlank()) {
            throw new IllegalArgumentException("Nothing to send: the message has neither a text nor files");
        }
        return parts.stream().map(request::withMessage).toList();
    }
}
