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
package io.github.camelhelpdesk.channelio.producer;

import java.util.Map;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserRequest;

/** Creates the user with a member id, or changes it: the body is the profile, or a whole request. */
final class UpsertUserProducer extends ChannelioProducer {

    UpsertUserProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String memberId = exchange.getMessage().getHeader(ChannelioConstants.MEMBER_ID, String.class);
        if (memberId == null || memberId.isBlank()) {
            throw new IllegalArgumentException("channelio:upsertUser does not know whom: set the header "
                    + ChannelioConstants.MEMBER_ID + " to your own id of the user");
        }
        ChannelioUser user = client().users().upsert(memberId, request(exchange));
        exchange.getMessage().setHeader(ChannelioConstants.USER_ID, user.id());
        return user;
    }

    private static ChannelioUserRequest request(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof ChannelioUserRequest request) {
            return request;
        }
        Map<String, Object> fields = RequestFields.object(exchange);
        if (fields == null) {
            throw new IllegalArgumentException("The body for channelio:upsertUser must be a ChannelioUserRequest, or a Map or"
                    + " JSON object with the profile (name, email, mobileNumber)");
        }
        return fields.get("profile") instanceof Map || fields.get("profileOnce") instanceof Map
                ? RequestFields.as(fields, ChannelioUserRequest.class)
                : new ChannelioUserRequest(fields, null, null);
    }
}
