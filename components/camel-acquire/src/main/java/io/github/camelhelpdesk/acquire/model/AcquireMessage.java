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
package io.github.camelhelpdesk.acquire.model;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A message of a case: chat, mail or SMS. Mails and SMS have rows of their own, with ids of their own; see
 * {@link #messageId()}.
 *
 * @param id id of the row
 * @param caseMessageId id of the message, for mails and SMS; may be missing
 * @param caseId id of the case
 * @param threadId id of the thread; SMS answers have the id of the case here, see {@link #thread()}
 * @param contactId id of the customer, or null
 * @param timelineId id of the timeline row, for SMS
 * @param channel chat, mail and others, or null
 * @param msgType sms, for SMS
 * @param senderId id of who wrote it
 * @param senderType {@code user} or {@code contact}; their ids are separate number spaces
 * @param type {@code message}, {@code note}, {@code event}, {@code sms}
 * @param message the text as Acquire has it; of an SMS only a label
 * @param subject subject of a mail
 * @param textBody text of a mail, quoted history included
 * @param htmlBody HTML of a mail, quoted history included
 * @param from who sent a mail or SMS
 * @param to who gets it, never null
 * @param cc who gets a copy, never null
 * @param attachments files, never null
 * @param mailboxMessageId id of the mail as it was sent, or null
 * @param mailboxInReplyTo Message-ID of the mail that this one answers, or null
 * @param seen whether it was seen
 * @param isDraft whether a mail was not sent yet
 * @param dateCreated when it was written
 * @param dateUpdated when it was last changed, or null
 * @param sender who wrote it, where given
 * @param ownCase the case that it is in, where given
 * @param meta whatever else the channel tells; of an SMS its text. Its shape differs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcquireMessage(String id, String caseMessageId, @JsonAlias("case_id") String caseId, String threadId,
        @JsonAlias("contact_id") String contactId, String timelineId, @JsonAlias("channelType") String channel, String msgType,
        String senderId, String senderType, String type, @JsonDeserialize(using = MessageText.class) String message,
        String subject, String textBody, String htmlBody, AcquireAddress from,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<AcquireAddress> to,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<AcquireAddress> cc,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<AcquireAttachment> attachments,
        String mailboxMessageId, String mailboxInReplyTo, @JsonDeserialize(using = YesNo.class) Boolean seen,
        @JsonDeserialize(using = YesNo.class) @JsonProperty("isDraft") Boolean isDraft,
        @JsonDeserialize(using = AcquireTime.class) Instant dateCreated,
        @JsonDeserialize(using = AcquireTime.class) Instant dateUpdated, AcquirePerson sender,
        @JsonProperty("case") @JsonAlias("cas") AcquireCase ownCase, JsonNode meta) {

    public AcquireMessage {
        to = NoNulls.of(to);
        cc = NoNulls.of(cc);
        attachments = NoNulls.of(attachments);
    }

    /** The id by which all channels' messages are known: {@code caseMessageId} where there is one, else {@code id}. */
    public String messageId() {
        return caseMessageId == null || caseMessageId.isBlank() ? id : caseMessageId;
    }

    /** The thread that it is in: what its case says, as the message's own field is the case's id in SMS answers. */
    public String thread() {
        return ownCase == null ? threadId : ownCase.thread();
    }

    /** The ids only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "acquire message " + messageId() + " of case " + caseId;
    }
}
