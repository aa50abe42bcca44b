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

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.CustomerSpeech;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.acquire.transform.Requests;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.common.producer.Preface;

/**
 * What to send into a case. Only the help desk's own public words are sent to customers: what a customer wrote, and mere
 * history, becomes a note where the channel would carry it out of Acquire.
 */
final class NeutralRequests {

    /** Twilio, which carries Acquire's SMS (the example's {@code sid}), takes no longer text. */
    private static final int LONGEST_SMS = 1600;

    private final AcquireConfiguration configuration;
    private final SendChannel channel;

    NeutralRequests(AcquireConfiguration configuration, TargetCase target, SendChannel channel) {
        this.configuration = configuration;
        this.channel = channel.of(target);
    }

    /**
     * A neutral message.
     *
     * @param preface what stands before a text that does not bear its author's name, or its subject
     * @param silent whether nobody is to be told of it
     */
    List<AcquireMessageRequest> of(HelpdeskMessage message, Preface preface, boolean silent) {
        boolean isOutside = channel != SendChannel.chat;
        boolean isCustomers = Requests.isCustomers(message);
        boolean isNote = message.visibility() == Visibility.PRIVATE || isOutside && (isCustomers || silent)
                || isCustomers && configuration.getCustomerAs() == CustomerSpeech.note;
        boolean isMail = channel == SendChannel.mail && !isNote;
        return Requests.parts(message, isMail ? preface.withoutSubject() : preface, isNote, limit(isNote));
    }

    /** A text, with all else of a request. */
    List<AcquireMessageRequest> of(AcquireMessageRequest request) {
        AcquireMessageRequest own = whole(request);
        return Requests.parts(own, limit(own.isNote()));
    }

    /**
     * A request as it may be sent: what a customer said is a note here, too. It becomes one before it is marked and looked for,
     * so that it is found again as what it is.
     */
    AcquireMessageRequest whole(AcquireMessageRequest request) {
        return channel != SendChannel.chat && request.isContacts() ? request.asNote() : request;
    }

    private int limit(boolean isNote) {
        return channel == SendChannel.sms && !isNote ? Math.min(LONGEST_SMS, configuration.getMaxTextLength())
                : configuration.getMaxTextLength();
    }
}
