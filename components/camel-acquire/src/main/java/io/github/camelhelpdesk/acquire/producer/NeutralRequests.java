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
package io.github.camelhelpdesk.acquire.producer;

import java.util.List;
import java.util.function.UnaryOperator;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.CustomerSpeech;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.common.producer.AttachmentLines;
import io.github.camelhelpdesk.common.producer.TextParts;

/**
 * What to send for a neutral message, or a text. Only the help desk's own public words are sent to customers: what a customer
 * wrote, and mere history, becomes a note where the channel would carry it out of Acquire.
 */
final class NeutralRequests {

    /** Twilio, which carries Acquire's SMS (the example's {@code sid}), takes no longer text. */
    private static final int LONGEST_SMS = 1600;

    private final AcquireConfiguration configuration;
    private final TargetCase target;
    private final SendChannel channel;

    NeutralRequests(AcquireConfiguration configuration, TargetCase target, SendChannel channel) {
        this.configuration = configuration;
        this.target = target;
        this.channel = channel;
    }

    /**
     * A neutral message; its files become lines, as the API takes none.
     *
     * @param prefix put before what does not bear its author's name
     * @param silent whether nobody is to be told of it
     */
    List<AcquireMessageRequest> of(HelpdeskMessage message, String prefix, boolean silent) {
        boolean isCustomers = message.direction() != Direction.OUTBOUND;
        boolean isNote = message.visibility() == Visibility.PRIVATE || isOutside() && (isCustomers || silent)
                || isCustomers && configuration.getCustomerAs() == CustomerSpeech.note;
        String userType = isCustomers && !isNote ? AcquireMessageRequest.CONTACT : AcquireMessageRequest.USER;
        String files = AttachmentLines.of(message.attachments());
        boolean isNamed = userType.equals(AcquireMessageRequest.CONTACT) || message.text().isEmpty() && files.isEmpty();
        AcquireMessageRequest request = AcquireMessageRequest
                .of(isNote ? AcquireMessageRequest.NOTE : AcquireMessageRequest.MESSAGE, null, userType)
                .withSubject(message.subject());
        return parts(request, isNamed ? "" : prefix, message.text(), files);
    }

    /** A text, with all else of a request. */
    List<AcquireMessageRequest> of(AcquireMessageRequest request) {
        return parts(request, "", request.message(), "");
    }

    private List<AcquireMessageRequest> parts(AcquireMessageRequest request, String prefix, String text, String below) {
        boolean isSms = channel.of(target) == SendChannel.sms && !request.isNote();
        int limit = isSms ? Math.min(LONGEST_SMS, configuration.getMaxTextLength()) : configuration.getMaxTextLength();
        List<String> parts = new TextParts(limit, UnaryOperator.identity()).of(prefix, text, below);
        if (parts.get(0).isBlank()) {
            throw new IllegalArgumentException("Nothing to send: the message has neither a text nor files");
        }
        return parts.stream().map(request::withMessage).toList();
    }

    private boolean isOutside() {
        return channel.of(target) != SendChannel.chat;
    }
}
