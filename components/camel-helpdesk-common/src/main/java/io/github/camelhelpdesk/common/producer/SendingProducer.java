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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;

/**
 * Sends a message, part after part when it is longer than the provider takes. One that is in doubt is looked for first, and
 * what is missing of it is sent.
 *
 * @param <R> the provider's own request
 */
public abstract class SendingProducer<R> extends HelpdeskProducer {

    protected SendingProducer(HelpdeskEndpoint endpoint) {
        super(endpoint);
    }

    /** The conversation to write into. */
    protected abstract String conversation(Exchange exchange);

    /** What to send, made of the body: one request for each part, without markers. The same body gives the same parts. */
    protected abstract List<R> parts(Exchange exchange);

    /** A request with a marker by which it can be found. */
    protected abstract R withMarker(R part, String marker);

    /** The marker of a request, or null. */
    protected abstract String marker(R part);

    /** Sends one part. */
    protected abstract SentPart send(String conversationId, R part, Exchange exchange);

    /**
     * Looks for the parts of a message: shows the messages of the conversation to the search until that is complete.
     *
     * @param conversationId the conversation
     * @param parts what would be sent
     * @param afterId how far back to read, or null for the whole conversation
     * @param search where to report
     */
    protected abstract void lookUp(String conversationId, List<R> parts, String afterId, PartSearch search);

    @Override
    protected Object call(Exchange exchange) {
        Message in = exchange.getMessage();
        String conversationId = conversation(exchange);
        List<R> parts = marked(parts(exchange), in.getHeader(HelpdeskConstants.MARKER, String.class));
        List<SentPart> sent = in.getHeader(HelpdeskConstants.IN_DOUBT, false, Boolean.class)
                ? find(exchange, conversationId, parts)
                : new ArrayList<>();
        if (!exchange.getProperty(HelpdeskConstants.WITHDRAWN, false, Boolean.class)) {
            sendMissing(conversationId, parts, sent, exchange);
        } else if (sent.isEmpty()) {
            exchange.setProperty(HelpdeskConstants.SKIPPED, true);
            return in.getBody();
        }
        Object id = single(sent.stream().map(SentPart::id).toList());
        in.setHeader(HelpdeskConstants.MESSAGE_ID, id);
        in.setHeader(HelpdeskConstants.CONVERSATION_ID, conversationId);
        // A property as well: later steps of a route often remove headers, and the sync needs the id.
        exchange.setProperty(HelpdeskConstants.MESSAGE_ID, id);
        return single(sent.stream().map(SentPart::body).toList());
    }

    private List<R> marked(List<R> parts, String marker) {
        if (marker == null) {
            return parts;
        }
        PartMarker own = PartMarker.of(marker);
        List<R> marked = new ArrayList<>();
        for (R part : parts) {
            marked.add(withMarker(part, own.text(marked.size() + 1, parts.size())));
        }
        return marked;
    }

    private void sendMissing(String conversationId, List<R> parts, List<SentPart> sent, Exchange exchange) {
        for (R part : parts.subList(sent.size(), parts.size())) {
            try {
                sent.add(send(conversationId, part, exchange));
            } catch (HelpdeskException e) {
                throw sent.isEmpty() || e.outcome() == Outcome.UNCLEAR ? e
                        : partlySent(conversationId, sent.size(), parts.size(), e);
            }
        }
    }

    /** Whatever became of this part: of the message something is there. */
    private static HelpdeskException partlySent(String conversationId, int sent, int parts, HelpdeskException e) {
        return new HelpdeskException("Of the " + parts + " parts of the message only the first " + sent
                + " are in conversation " + conversationId + ": " + e.getMessage(), Outcome.UNCLEAR, e.statusCode(),
                e.retryAfter(), e.concernsAccount(), e);
    }

    private List<SentPart> find(Exchange exchange, String conversationId, List<R> parts) {
        Instant begin = Instant.now();
        Instant countsFrom = exchange.getMessage().getHeader(HelpdeskConstants.NOT_FOUND_FROM, Instant.class);
        PartSearch search = search(exchange, conversationId, parts);
        if (search.unknown() != null) {
            throw cannotTell(conversationId, search.unknown());
        }
        if (!search.isComplete() && countsFrom != null && begin.isBefore(countsFrom)) {
            throw new NotFoundYetException("The message is not in conversation " + conversationId
                    + ", but an earlier attempt may still land", countsFrom);
        }
        return search.found();
    }

    private PartSearch search(Exchange exchange, String conversationId, List<R> parts) {
        Message in = exchange.getMessage();
        // A body that is a request already may bear a marker of its own.
        String marker = in.getHeader(HelpdeskConstants.MARKER, marker(parts.get(0)), String.class);
        if (marker == null) {
            throw cannotTell(conversationId, "it has no marker to look for (header " + HelpdeskConstants.MARKER + ")");
        }
        PartSearch search = new PartSearch(marker, parts.size());
        lookUp(conversationId, parts, in.getHeader(HelpdeskConstants.AFTER_ID, String.class), search);
        return search;
    }

    private static CannotTellException cannotTell(String conversationId, String why) {
        return new CannotTellException("Cannot tell whether the message was written to conversation " + conversationId
                + " before: " + why);
    }

    private static Object single(List<?> list) {
        return list.size() == 1 ? list.get(0) : list;
    }
}
