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

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A message of each kind that people write, for the table of what survives on the way to another provider. */
public enum RichMessage {
    CUSTOMER("A customer writes", "Where is my parcel?"),
    AGENT("An agent answers", "It is on its way."),
    BOT("A bot speaks", "Hello, how can we help?"),
    NOTE("A note among agents", "Has asked before."),
    SYSTEM("The provider notes what happened", "Conversation was assigned."),
    MAIL("A mail with a subject", "Please see to order 17."),
    SMS("An SMS", "Call me back."),
    FILE("Text with a file, `slip.png`", "See the slip."),
    FILE_ONLY("Only a file, `slip.png`", null),
    REPLY("An agent answers to the message before", "That one, yes."),
    MARKUP("What another provider takes for markup", "a <b>b</b> & *c* _d_ {{e}} [f](g) # h"),
    EMOJI("Emoji and other scripts", "\uD83D\uDC4D\uD83C\uDFFD na\u00EFve \u65E5\u672C\u8A9E"),
    LONG("10,000 characters", IntStream.range(1000, 3000).mapToObj(Integer::toString).collect(Collectors.joining(" "))),
    EDITED("A message that is edited later", "The parcel is lost."),
    DELETED("A message that is deleted later", "My password is swordfish.");

    /** Text of an edited message from then on. */
    static final String NEW_TEXT = "The parcel is found.";
    /** Subject of the mail. */
    static final String SUBJECT = "Order 17";
    /** Name of the file. */
    static final String FILE_NAME = "slip.png";
    /** What is in the file. */
    static final byte[] FILE_CONTENT = { 1, 2, 3 };

    private final String title;
    private final String text;

    RichMessage(String title, String text) {
        this.title = title;
        this.text = text;
    }

    String title() {
        return title;
    }

    /** E-mail address of who is the customer in this conversation. */
    String email() {
        return name().toLowerCase(Locale.ROOT) + "@example.com";
    }

    /** Phone number of that customer. */
    String phone() {
        return "+120255501" + (10 + ordinal());
    }

    /** Id of that customer in the shop. */
    String externalId() {
        return "shop-" + name().toLowerCase(Locale.ROOT);
    }

    /** Null for a message that is only a file. */
    String text() {
        return text;
    }

    /** What a copy of it bears in its text. */
    String mark() {
        return switch (this) {
            case FILE_ONLY, SYSTEM -> opening();
            case MARKUP -> "{{e}}";
            case LONG -> "2999";
            default -> text;
        };
    }

    /** Text of the first message of the conversation that this message is written in. */
    String opening() {
        return "Opening " + name() + ".";
    }

    /** Text of the last message of that conversation. */
    String closing() {
        return "Closing " + name() + ".";
    }
}
