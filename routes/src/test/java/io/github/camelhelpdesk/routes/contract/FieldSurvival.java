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
package io.github.camelhelpdesk.routes.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.model.Attachment;

/** Says in words what has become of a field of a message. */
final class FieldSurvival {

    /** What is said of a field that the source's messages do not have. */
    static final String NONE = "(the source has none)";

    private static final String KEPT = "kept";
    private static final String IN_THE_TEXT = "in the text";
    private static final String NOT_KEPT = "not kept";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\\]]+");

    private final MessageField field;
    private final CrossedMessage message;
    private final Object original;

    private FieldSurvival(MessageField field, CrossedMessage message) {
        this.field = field;
        this.message = message;
        this.original = message.original().map(field::of).orElse(null);
    }

    /** What has become of a field, by the messages that have crossed. */
    static String of(MessageField field, Map<RichMessage, CrossedMessage> messages) {
        if (field.style() == MessageField.Style.ID) {
            return messages.values().stream().map(message -> new FieldSurvival(field, message))
                    .filter(each -> each.original != null).allMatch(FieldSurvival::isReadBack) ? KEPT : "the target's own";
        }
        return field.kinds().stream().map(messages::get).filter(Objects::nonNull)
                .map(message -> new FieldSurvival(field, message)).filter(each -> each.original != null).findFirst()
                .map(FieldSurvival::words).orElse(NONE);
    }

    private String words() {
        return switch (field.style()) {
            case ID, WORD -> isReadBack() ? KEPT : became();
            case TEXT -> isReadBack() ? KEPT : place(value -> value.asText().equals(original.toString()));
            case BODY -> isReadBack() ? KEPT : body();
            case TIME -> isReadBack() ? KEPT : time();
            case FILE -> file();
            case REPLY -> reply();
            case DELETION -> deletion();
        };
    }

    private boolean isReadBack() {
        return readBack().anyMatch(original::equals);
    }

    private Stream<Object> readBack() {
        return message.readBack().stream().map(field::of).filter(Objects::nonNull);
    }

    private String became() {
        return readBack().findFirst().map(word -> "`" + word + "`").orElse(NOT_KEPT);
    }

    private String place(Predicate<JsonNode> isIt) {
        Optional<String> place = message.places().entrySet().stream().filter(each -> isIt.test(each.getValue()))
                .map(Map.Entry::getKey).findFirst();
        boolean isInTheText = message.texts().contains(original.toString());
        return place.map(name -> (isInTheText ? IN_THE_TEXT + ", and " : "") + "in `" + name + "`")
                .orElse(isInTheText ? IN_THE_TEXT : NOT_KEPT);
    }

    private String body() {
        return message.copies().stream().map(StoredMessage::text).filter(text -> text.endsWith(original.toString())).findFirst()
                .map(text -> "kept, behind `" + text.replace(original.toString(), "").strip() + "`").orElse(NOT_KEPT);
    }

    private String time() {
        Instant time = (Instant) original;
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        String exact = place(value -> time.equals(instant(value)));
        String place = exact.equals(NOT_KEPT) ? place(value -> second.equals(instant(value))) : exact;
        if (place.equals(NOT_KEPT)) {
            return NOT_KEPT;
        }
        return (exact.equals(NOT_KEPT) || time.equals(second) ? "to the second, " : "to the millisecond, ") + place;
    }

    private static Instant instant(JsonNode value) {
        if (value.isNumber()) {
            long number = value.asLong();
            return number > Integer.MAX_VALUE ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String file() {
        List<String> addresses = message.readBack().stream().flatMap(each -> each.attachments().stream())
                .map(Attachment::url).filter(Objects::nonNull).toList();
        if (addresses.stream().anyMatch(FieldSurvival::isTheFile)) {
            return KEPT;
        }
        boolean isLinked = ADDRESS.matcher(message.texts()).results().anyMatch(address -> isTheFile(address.group()));
        return isLinked ? "by its address in the text" : NOT_KEPT;
    }

    private static boolean isTheFile(String address) {
        return Arrays.equals(ProviderApi.read(address), RichMessage.FILE_CONTENT);
    }

    private String reply() {
        Object opening = message.opening().orElseThrow().id();
        return readBack().anyMatch(opening::equals) ? "kept, as the copy's id" : NOT_KEPT;
    }

    private String deletion() {
        if (message.copies().isEmpty()) {
            return "the copy is deleted, and gone";
        }
        return isReadBack() ? KEPT : message.copies().size() > 1 ? "as a note" : NOT_KEPT;
    }
}
