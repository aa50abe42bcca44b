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
package io.github.camelhelpdesk.common.model;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Builds a {@link HelpdeskMessage}; each method sets the component of the same name. */
public final class HelpdeskMessageBuilder {

    private String provider;
    private String account;
    private String conversationId;
    private String id;
    private String channel;
    private String subject;
    private Direction direction;
    private Author author;
    private Contact contact;
    private Visibility visibility;
    private String text;
    private String html;
    private TextFormat format;
    private List<Attachment> attachments;
    private String inReplyTo;
    private Instant createdAt;
    private Instant updatedAt;
    private boolean deleted;
    private String marker;
    private JsonNode raw;

    HelpdeskMessageBuilder() {
    }

    HelpdeskMessageBuilder(HelpdeskMessage message) {
        this.provider = message.provider();
        this.account = message.account();
        this.conversationId = message.conversationId();
        this.id = message.id();
        this.channel = message.channel();
        this.subject = message.subject();
        this.direction = message.direction();
        this.author = message.author();
        this.contact = message.contact();
        this.visibility = message.visibility();
        this.text = message.text();
        this.html = message.html();
        this.format = message.format();
        this.attachments = message.attachments();
        this.inReplyTo = message.inReplyTo();
        this.createdAt = message.createdAt();
        this.updatedAt = message.updatedAt();
        this.deleted = message.deleted();
        this.marker = message.marker();
        this.raw = message.raw();
    }

    public HelpdeskMessageBuilder provider(String provider) {
        this.provider = provider;
        return this;
    }

    public HelpdeskMessageBuilder account(String account) {
        this.account = account;
        return this;
    }

    public HelpdeskMessageBuilder conversationId(String conversationId) {
        this.conversationId = conversationId;
        return this;
    }

    public HelpdeskMessageBuilder id(String id) {
        this.id = id;
        return this;
    }

    public HelpdeskMessageBuilder channel(String channel) {
        this.channel = channel;
        return this;
    }

    public HelpdeskMessageBuilder subject(String subject) {
        this.subject = subject;
        return this;
    }

    public HelpdeskMessageBuilder direction(Direction direction) {
        this.direction = direction;
        return this;
    }

    public HelpdeskMessageBuilder author(Author author) {
        this.author = author;
        return this;
    }

    public HelpdeskMessageBuilder contact(Contact contact) {
        this.contact = contact;
        return this;
    }

    public HelpdeskMessageBuilder visibility(Visibility visibility) {
        this.visibility = visibility;
        return this;
    }

    public HelpdeskMessageBuilder text(String text) {
        this.text = text;
        return this;
    }

    public HelpdeskMessageBuilder html(String html) {
        this.html = html;
        return this;
    }

    public HelpdeskMessageBuilder format(TextFormat format) {
        this.format = format;
        return this;
    }

    public HelpdeskMessageBuilder attachments(List<Attachment> attachments) {
        this.attachments = attachments;
        return this;
    }

    public HelpdeskMessageBuilder inReplyTo(String inReplyTo) {
        this.inReplyTo = inReplyTo;
        return this;
    }

    public HelpdeskMessageBuilder createdAt(Instant createdAt) {
        this.createdAt = createdAt;
        return this;
    }

    public HelpdeskMessageBuilder updatedAt(Instant updatedAt) {
        this.updatedAt = updatedAt;
        return this;
    }

    public HelpdeskMessageBuilder deleted(boolean deleted) {
        this.deleted = deleted;
        return this;
    }

    public HelpdeskMessageBuilder marker(String marker) {
        this.marker = marker;
        return this;
    }

    public HelpdeskMessageBuilder raw(JsonNode raw) {
        this.raw = raw;
        return this;
    }

    /** The message. */
    public HelpdeskMessage build() {
        return new HelpdeskMessage(provider, account, conversationId, id, channel, subject, direction, author, contact,
                visibility, text, html, format, attachments, inReplyTo, createdAt, updatedAt, deleted, marker, raw);
    }
}
