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
package io.github.camelhelpdesk.sync.intake;

import java.util.Optional;
import java.util.function.Predicate;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.Version;

/** Reads what a route hands in: a message, or what a consumer could not read. */
final class IncomingMessage {

    private static final ObjectWriter WRITER = HelpdeskJson.mapper().writer();

    private final LedgerDirection direction;
    private final Side source;
    private final Predicate<Marker> goesBack;

    /** @param goesBack whether a copy that bears a marker must not go on to the target */
    IncomingMessage(LedgerDirection direction, Side source, Predicate<Marker> goesBack) {
        this.direction = direction;
        this.source = source;
        this.goesBack = goesBack;
    }

    LetIn read(Exchange exchange) throws InvalidPayloadException, JsonProcessingException {
        Message in = exchange.getMessage();
        String unreadable = in.getHeader(HelpdeskConstants.UNREADABLE, String.class);
        return unreadable == null ? readable(in, in.getMandatoryBody(HelpdeskMessage.class)) : unreadable(in, unreadable);
    }

    /** The same, held while it may be a copy of ours: where those bear no marker, and only their author tells. */
    LetIn guarded(LetIn letIn, Exchange exchange) {
        Message in = exchange.getMessage();
        boolean told = letIn.found().isPresent() || letIn.message().isDeletion() || !letIn.message().isReadable();
        if (told || !source.mayHaveWritten(in.getBody(HelpdeskMessage.class).author())) {
            return letIn;
        }
        return letIn.held();
    }

    private LetIn readable(Message in, HelpdeskMessage body) throws JsonProcessingException {
        checkKey(body.key());
        HelpdeskMessage message = isNoted(body) ? body.toBuilder().visibility(Visibility.PRIVATE).build() : body;
        Optional<Marker> found = Marker.parse(message.marker());
        Marker marker = found.map(first -> first.part(1, 1)).orElseGet(() -> marker(message.key()));
        return letIn(new NewMessage(direction.id(), message.key(), marker.toString(), WRITER.writeValueAsString(message),
                message.createdAt(), null, Version.of(message)), Arrival.of(in), found,
                message.visibility() == Visibility.PRIVATE);
    }

    /** What a provider notes, such as who a conversation was given to, is not for the customer. */
    private static boolean isNoted(HelpdeskMessage message) {
        return message.author() != null && message.author().type() == AuthorType.SYSTEM;
    }

    private LetIn unreadable(Message in, String reason) throws InvalidPayloadException, JsonProcessingException {
        MessageKey key = new MessageKey(in.getHeader(HelpdeskConstants.PROVIDER, String.class),
                in.getHeader(HelpdeskConstants.ACCOUNT, String.class),
                in.getHeader(HelpdeskConstants.CONVERSATION_ID, String.class),
                in.getHeader(HelpdeskConstants.MESSAGE_ID, String.class));
        checkKey(key);
        JsonNode raw = in.getMandatoryBody(JsonNode.class);
        return letIn(new NewMessage(direction.id(), key, marker(key).toString(), WRITER.writeValueAsString(raw), null,
                "The source's consumer could not read it: " + reason, Version.UNREADABLE), Arrival.of(in), Optional.empty(),
                false);
    }

    private LetIn letIn(NewMessage message, Arrival arrival, Optional<Marker> found, boolean isPrivate) {
        return new LetIn(message, isPrivate, arrival, found, found.map(goesBack::test).orElse(false), false, direction.key(),
                source.identity());
    }

    private Marker marker(MessageKey key) {
        return Marker.of(direction.key().link(), key, 0);
    }

    private void checkKey(MessageKey key) {
        SideIdentity account = source.identity();
        if (!account.provider().equals(key.provider()) || !account.account().equals(key.account())) {
            throw new IllegalArgumentException("The message " + key + " does not come from " + source.name() + ", which is "
                    + account + ". Set the option source of helpdesk-sync:" + direction.key().link()
                    + " to the component that read"
                    + " the message.");
        }
        if (key.conversationId() == null || key.id() == null) {
            throw new IllegalArgumentException("The message " + key + " lacks its conversation or its id; without them a second"
                    + " arrival could not be told from another message.");
        }
    }
}
