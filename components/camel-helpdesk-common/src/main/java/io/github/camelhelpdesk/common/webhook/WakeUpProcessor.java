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
package io.github.camelhelpdesk.common.webhook;

import java.io.IOException;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.consumer.Wakeable;

/** Answers a webhook at once, and has the reader look at what it tells of. */
final class WakeUpProcessor implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(WakeUpProcessor.class);

    private final WebhookGate gate;
    private final ProviderWebhooks provider;
    private final Wakeable reader;

    WakeUpProcessor(WebhookGate gate, ProviderWebhooks provider, Wakeable reader) {
        this.gate = gate;
        this.provider = provider;
        this.reader = reader;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Admission admission = gate.admit(exchange);
        if (admission.event() != null) {
            provider.wakeUp(admission.event()).ifPresent(this::wake);
        }
        HttpReply.write(exchange, admission);
    }

    private void wake(WakeUp wakeUp) {
        try {
            reader.wake(wakeUp.conversationId(), wakeUp.messageId());
        } catch (RuntimeException e) {
            // The provider is not to blame, and would block a webhook that fails: the poll finds what it told of.
            LOG.warn("Conversation {} was not read at once but waits for the next poll", wakeUp.conversationId(), e);
        }
    }
}
