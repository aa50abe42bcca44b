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

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.model.AcquireCase;

/** A case: that of the header or option, else the first of the thread. Its customer becomes a header. */
final class GetCaseProducer extends AcquireProducer {

    GetCaseProducer(AcquireEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String header = ownHeader(exchange, AcquireConstants.CASE_ID, String.class);
        String caseId = header != null ? header : endpoint().getCaseId();
        AcquireCase found = client().cases().get(caseId != null ? caseId : threadId(exchange));
        exchange.getMessage().setHeader(AcquireConstants.CASE_ID, found.id());
        exchange.getMessage().setHeader(AcquireConstants.THREAD_ID, found.thread());
        exchange.getMessage().setHeader(AcquireConstants.CONTACT_ID, found.contactKey());
        return found;
    }
}
