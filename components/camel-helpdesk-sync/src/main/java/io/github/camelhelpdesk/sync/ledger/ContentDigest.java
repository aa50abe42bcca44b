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
package io.github.camelhelpdesk.sync.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.sync.Marker;

/**
 * Tells one revision of a message from the next: a hash of what people see of it, which a status, a reaction or a signed
 * address of a file does not change.
 */
public final class ContentDigest {

    /** Of any message that was deleted. */
    public static final String DELETED = "deleted";
    /** Of any message that could not be read. */
    public static final String UNREADABLE = "unreadable";

    private static final int DIGITS = 40;
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern SPACE_AT_LINE_END = Pattern.compile("[\\h\\x0B\\f]+(?=\\n|$)");

    private ContentDigest() {
    }

    /** The digest of a message. */
    public static String of(HelpdeskMessage message) {
        if (message.deleted()) {
            return DELETED;
        }
        List<String> parts = new ArrayList<>();
        parts.add(normal(message.text()));
        // HTML that was made of Markdown by us says nothing that the text does not, and may be made otherwise one day.
        parts.add(message.format() == TextFormat.MARKDOWN ? "" : normal(message.html()));
        parts.add(normal(message.subject()));
        message.attachments().stream().map(ContentDigest::name).sorted().forEach(parts::add);
        return Marker.hash(DIGITS, parts.toArray(String[]::new));
    }

    /** The digest of a message as the ledger keeps it. */
    public static String ofContent(String content) {
        try {
            HelpdeskMessage message = HelpdeskJson.mapper().readValue(content, HelpdeskMessage.class);
            return message == null || message.id() == null ? UNREADABLE : of(message);
        } catch (JsonProcessingException e) {
            return UNREADABLE;
        }
    }

    private static String name(Attachment file) {
        return file.id() == null ? String.valueOf(file.name()) : file.id();
    }

    private static String normal(String text) {
        if (text == null) {
            return "";
        }
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return SPACE_AT_LINE_END.matcher(lines).replaceAll("").strip();
    }
}
