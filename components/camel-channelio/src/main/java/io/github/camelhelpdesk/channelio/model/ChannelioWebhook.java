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

package io.github.camelhelpdesk.channelio.model;

import java.util.List;

/**
 * A webhook of a channel.
 *
 * @param id id of the webhook
 * @param url the address that is called, without the token
 * @param scopes what it is called for
 * @param token what Channel.io puts into the address when it calls; made by Channel.io
 * @param blocked whether Channel.io has given up calling it, which it does after 100 failures in a row
 */
public record ChannelioWebhook(String id, String url, List<String> scopes, String token,
        boolean blocked) implements Identified {

    public ChannelioWebhook {
        scopes = NoNulls.of(scopes);
    }

    /** Without token and address. */
    @Override
    public String toString() {
        return "webhook " + id;
    }
}
