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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.github.camelhelpdesk.common.transform.HtmlText;

/**
 * A message to be sent, with the names of Acquire's API. Which of its fields are sent is a matter of the channel; the ids of
 * case, thread, contact and timeline are put in by the producer.
 *
 * @param type {@code message}, which is the default, or {@code note}, which no customer sees
 * @param message the text; of a mail only where there is no {@code htmlBody}. {@code Body} is the same
 * @param translateLangKey chat: ISO code of the language to translate to, or null
 * @param meta chat: whatever is to be kept with the message
 * @param delay chat: as Acquire understands it; its unit is not documented
 * @param subject mail: the subject; that of the case by default
 * @param htmlBody mail: the text as HTML
 * @param from mail: an address of a connected inbox; SMS: a connected number ({@code From}). The options mailFrom and smsFrom
 *        by
 *        default
 * @param to mail: addresses; SMS: the number ({@code To}). Those of the contact by default
 * @param cc mail: who gets a copy
 * @param bcc mail: who gets a copy that the others do not see
 * @param userType chat: who speaks, {@code user}, which is the default, or {@code contact}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcquireMessageRequest(String type, @JsonAlias("Body") String message, String translateLangKey,
        Map<String, Object> meta, Integer delay, String subject, String htmlBody, @JsonAlias("From") String from,
        @JsonAlias("To") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> to,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> cc,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> bcc, String userType) {

    /** What a customer may see. */
    public static final String MESSAGE = "message";
    /** What only the help desk sees. */
    public static final String NOTE = "note";
    /** The help desk speaks. */
    public static final String USER = "user";
    /** The customer speaks. */
    public static final String CONTACT = "contact";

    public AcquireMessageRequest {
        type = type == null ? MESSAGE : type;
        userType = userType == null ? USER : userType;
        meta = meta == null ? Map.of() : meta;
        to = NoNulls.of(to);
        cc = NoNulls.of(cc);
        bcc = NoNulls.of(bcc);
    }

    /** A plain text. */
    public static AcquireMessageRequest of(String type, String text, String userType) {
        return new AcquireMessageRequest(type, text, null, null, null, null, null, null, null, null, null, userType);
    }

    /** The same with another text. */
    public AcquireMessageRequest withMessage(String text) {
        return new AcquireMessageRequest(type, text, translateLangKey, meta, delay, subject, htmlBody, from, to, cc, bcc,
                userType);
    }

    /** The same with another subject. */
    public AcquireMessageRequest withSubject(String other) {
        return new AcquireMessageRequest(type, message, translateLangKey, meta, delay, other, htmlBody, from, to, cc, bcc,
                userType);
    }

    /** The same with one more value in its meta. */
    public AcquireMessageRequest withMeta(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(meta);
        more.put(name, value);
        return new AcquireMessageRequest(type, message, translateLangKey, more, delay, subject, htmlBody, from, to, cc, bcc,
                userType);
    }

    /** The same words, with all that a note may bear, for the help desk only. */
    public AcquireMessageRequest asNote() {
        String text = message == null && htmlBody != null ? HtmlText.toPlain(htmlBody) : message;
        return new AcquireMessageRequest(NOTE, text, translateLangKey, meta, delay, subject, null, from, to, cc, bcc, USER);
    }

    /** Whether only the help desk sees it. */
    public boolean isNote() {
        return NOTE.equals(type);
    }

    /** Whether the customer speaks. */
    public boolean isContacts() {
        return CONTACT.equals(userType);
    }

    /** The kind only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "acquire " + type + " of a " + userType;
    }
}
