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
package io.github.camelhelpdesk.sync.delivery;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The line before a message that says what it is about.
 *
 * @param template with {@code {subject}}; empty for no line
 */
public record SubjectLine(String template) {

    private static final String SUBJECT = "{subject}";
    /** What mail programs put before the subject of an answer or of what is forwarded, with the number that some add. */
    private static final Pattern ANSWERED = Pattern.compile(
            "(?:(?:re|aw|antw|antwort|sv|vs|res|odp|ynt|\u56de\u590d|\u7b54\u590d|\u8fd4\u4fe1|fw|fwd|wg|tr|rv|enc|pd|i|\u8f6c\u53d1|\u8ee2\u9001)"
                    + "\\s*(?:\\[\\d{1,4}]|\\(\\d{1,4}\\))?\\s*[:\uff1a]\\s*)+",
            Pattern.CASE_INSENSITIVE);

    /**
     * The line, its end included; null for none.
     *
     * @param subject that of the message
     * @param before that of the message before, as far as the reader knows; or null
     */
    String of(String subject, String before) {
        String topic = topic(subject);
        boolean isKnown = topic.isEmpty() || before != null && topic.equals(topic(before));
        return template.isEmpty() || isKnown ? null : template.replace(SUBJECT, oneLine(subject)) + "\n";
    }

    private static String topic(String subject) {
        var answered = ANSWERED.matcher(oneLine(subject));
        return (answered.lookingAt() ? oneLine(subject).substring(answered.end()) : oneLine(subject)).toLowerCase(Locale.ROOT);
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }
}
