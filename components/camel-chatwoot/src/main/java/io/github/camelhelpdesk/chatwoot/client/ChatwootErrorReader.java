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
package io.github.camelhelpdesk.chatwoot.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.ErrorReader;
import io.github.camelhelpdesk.common.http.HttpCall;

/** What Chatwoot's error answers mean. */
public final class ChatwootErrorReader extends ErrorReader {

    /** 200 messages a minute and conversation (app/models/message.rb, CONVERSATION_MESSAGE_PER_MINUTE_LIMIT). */
    private static final String FLOOD = "Too many messages";
    /** What the controller and the model say before anything is stored. */
    private static final Pattern REFUSAL = Pattern
            .compile("Validation failed|is too long|not a valid message_type|only allowed in Api inboxes");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** @param subject provider and account, as messages name them */
    public ChatwootErrorReader(String subject) {
        super(subject, "accessToken and accountId");
    }

    @Override
    protected Outcome outcome(HttpCall call, int statusCode, String text) {
        // The limit stands in the way of changes, too.
        if (statusCode == 422 && text.contains(FLOOD)) {
            return Outcome.NOT_SENT;
        }
        if (statusCode != 422 || !isMessageCreate(call)) {
            return super.outcome(call, statusCode, text);
        }
        // Any error during the creation of a message is answered with 422 (messages_controller.rb), passing ones too.
        return REFUSAL.matcher(text).find() ? Outcome.REFUSED : Outcome.UNCLEAR;
    }

    @Override
    protected Duration retryAfter(int statusCode, String text, UnaryOperator<String> headers, Instant providerNow) {
        Duration asked = super.retryAfter(statusCode, text, headers, providerNow);
        if (asked != null) {
            return asked;
        }
        if (statusCode == 422 && text.contains(FLOOD)) {
            return MINUTE;
        }
        // The throttle says nothing, but its windows are the minutes of the server's clock (rack_attack.rb).
        return statusCode == 429 ? untilNextMinute(providerNow == null ? Instant.now() : providerNow) : null;
    }

    private static Duration untilNextMinute(Instant now) {
        return MINUTE.minusSeconds(now.atOffset(ZoneOffset.UTC).getSecond());
    }

    private static boolean isMessageCreate(HttpCall call) {
        return "POST".equals(call.method()) && call.path().endsWith("/messages");
    }
}
