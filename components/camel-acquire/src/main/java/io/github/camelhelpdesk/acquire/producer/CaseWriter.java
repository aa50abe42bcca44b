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
package io.github.camelhelpdesk.acquire.producer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.acquire.transform.MessageMarker;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** Writes into cases, whatever has become of them since they were read. */
final class CaseWriter {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWriter.class);

    private final AcquireEndpoint endpoint;
    private final TargetCases cases;
    private final SendChannel channel;
    private final Sending sending;
    private final AtomicBoolean warned = new AtomicBoolean();

    CaseWriter(AcquireEndpoint endpoint, TargetCases cases, SendChannel channel) {
        this.endpoint = endpoint;
        this.cases = cases;
        this.channel = channel;
        sending = new Sending(endpoint);
    }

    /** Writes a message into a case; into the next one of its thread when that is closed, unless the endpoint names one. */
    AcquireMessage write(MessagePart part, TargetCase target) {
        AcquireMessage sent = endpoint.getCaseId() == null ? intoOpen(part.request(), target)
                : sending.send(part.request(), target, channel);
        endpoint.identity().learn(sent);
        if (part.request().isContacts() && part.marker() != null && MessageMarker.in(sent.meta()) == null
                && !warned.getAndSet(true)) {
            LOG.warn(
                    "Acquire does not keep the meta of messages: what is written as a contact cannot be told from the contact's own"
                            + " words when it is read back. Set the options customerAs=note and userId");
        }
        return sent;
    }

    private AcquireMessage intoOpen(AcquireMessageRequest request, TargetCase target) {
        TargetCase open = target.isClosed() ? cases.open(target.threadId()) : target;
        try {
            return sending.send(request, open, channel);
        } catch (HelpdeskException e) {
            // It may have been closed since it was read; a refusal proves that nothing was written.
            if (e.outcome() != Outcome.REFUSED || e.concernsAccount() || !cases.hasChanged(open)) {
                throw e;
            }
            return sending.send(request, cases.open(target.threadId()), channel);
        }
    }

    /**
     * Gives messages the text of all parts, one after the other: the last one takes all parts that are left, and messages that
     * are left are deleted.
     *
     * @return the first one; null when somebody has deleted it: then there is nothing left to change
     */
    AcquireMessage replace(List<String> messageIds, List<MessagePart> parts) {
        AcquireMessage first = null;
        for (int i = 0; i < messageIds.size(); i++) {
            if (i >= parts.size()) {
                delete(messageIds.get(i));
                continue;
            }
            boolean isLast = i == messageIds.size() - 1;
            AcquireMessage changed = update(messageIds.get(i), parts.subList(i, isLast ? parts.size() : i + 1));
            first = i == 0 ? changed : first;
        }
        return first;
    }

    private void delete(String messageId) {
        try {
            endpoint.client().messages().delete(messageId);
        } catch (HelpdeskException e) {
            if (e.statusCode() != 404) {
                throw e;
            }
            LOG.debug("Message {} has been deleted before", messageId);
        }
    }

    private AcquireMessage update(String messageId, List<MessagePart> parts) {
        String text = String.join("\n", parts.stream().map(part -> part.request().message()).toList());
        try {
            return endpoint.client().messages().update(messageId,
                    Map.of("type", parts.get(0).request().type(), "message", text));
        } catch (HelpdeskException e) {
            if (e.statusCode() != 404) {
                throw e;
            }
            LOG.info("Message {} is not edited: it has been deleted in Acquire", messageId);
            return null;
        }
    }
}
