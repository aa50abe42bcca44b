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

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;

/** Reads one user, by the id of the user or by the site's own. */
final class GetUserProducer extends ChannelioProducer {

    GetUserProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String memberId = exchange.getMessage().getHeader(ChannelioConstants.MEMBER_ID, String.class);
        String userId = userId(exchange);
        if (memberId == null && userId == null) {
            throw new IllegalArgumentException("channelio:getUser does not know whom: set the header "
                    + ChannelioConstants.USER_ID + " to the id of a user of this account, or " + ChannelioConstants.MEMBER_ID
                    + " to your own id of the user");
        }
        ChannelioUser user = memberId == null ? client().users().get(userId) : client().users().getMember(memberId);
        exchange.getMessage().setHeader(ChannelioConstants.USER_ID, user.id());
        return user;
    }
}
