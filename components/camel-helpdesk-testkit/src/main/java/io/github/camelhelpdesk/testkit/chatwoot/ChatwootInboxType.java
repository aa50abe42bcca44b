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
package io.github.camelhelpdesk.testkit.chatwoot;

/** The kinds of inboxes that the simulator tells apart (chatwoot.md, sections 4 and 6). */
public enum ChatwootInboxType {
    API("Channel::Api"),
    EMAIL("Channel::Email"),
    WEBSITE("Channel::WebWidget");

    private final String channel;

    ChatwootInboxType(String channel) {
        this.channel = channel;
    }

    /** The name in the {@code channel_type} and {@code channel} fields. */
    public String channel() {
        return channel;
    }

    /** In these an outgoing message with a {@code source_id} counts as the channel's own echo and is not delivered. */
    boolean sourceIdStopsDelivery() {
        return this == EMAIL;
    }
}
