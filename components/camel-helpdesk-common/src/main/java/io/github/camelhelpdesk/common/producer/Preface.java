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
package io.github.camelhelpdesk.common.producer;

import org.apache.camel.Message;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * What stands before the text of a copy, where the target cannot show it otherwise.
 *
 * @param subject the line with the subject, its end included; empty for none
 * @param author who has written it; empty for nothing
 */
public record Preface(String subject, String author) {

    /** Nothing. */
    public static final Preface NONE = new Preface("", "");

    /** That of the headers of a message. */
    public static Preface of(Message in) {
        return new Preface(in.getHeader(HelpdeskConstants.SUBJECT_LINE, "", String.class),
                in.getHeader(HelpdeskConstants.AUTHOR_PREFIX, "", String.class));
    }

    /** For a target that has a field for the subject. */
    public Preface withoutSubject() {
        return new Preface("", author);
    }

    /** For a target that shows the author. */
    public Preface withoutAuthor() {
        return new Preface(subject, "");
    }

    /** What stands before {@link #text}. */
    public String before(HelpdeskMessage message) {
        return isSubjectAll(message) ? author : subject + author;
    }

    /** What the copy says: of a mail that says everything in its subject, the subject. */
    public String text(HelpdeskMessage message) {
        return isSubjectAll(message) ? subject.strip() : message.text();
    }

    private boolean isSubjectAll(HelpdeskMessage message) {
        return !subject.isEmpty() && message.text().isBlank() && message.attachments().isEmpty();
    }
}
