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

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/** The answer to a webhook: a status and nothing else, as nothing but a verified challenge may go out again. */
final class HttpReply {

    private HttpReply() {
    }

    static void write(Exchange exchange, Admission admission) {
        write(exchange, admission.status());
        if (admission.text() != null) {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=utf-8");
            exchange.getMessage().setBody(admission.text());
        }
    }

    static void write(Exchange exchange, int status) {
        DefaultMessage reply = new DefaultMessage(exchange.getContext());
        reply.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        if (status == 405) {
            reply.setHeader("Allow", "POST");
        }
        exchange.setMessage(reply);
    }
}
