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
package io.github.camelhelpdesk.channelio.client;

import io.github.camelhelpdesk.channelio.model.ChannelioChannel;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about the channel that the key pair belongs to. */
public final class OwnChannelCalls {

    private static final HttpCall CHANNEL = HttpCall.get("/channel");

    private final ChannelioCalls calls;
    private volatile ChannelioChannel known;

    OwnChannelCalls(ChannelioCalls calls) {
        this.calls = calls;
    }

    /** The channel. */
    public HttpAnswer<ChannelioChannel> get() {
        HttpAnswer<ChannelAnswer> answer = calls.send(CHANNEL, ChannelAnswer.class);
        ChannelioChannel channel = answer.body().channel();
        CHANNEL.requireAnswered(channel != null && channel.id() != null, "a channel with an id");
        return new HttpAnswer<>(answer.statusCode(), answer.date(), channel);
    }

    /** Id of the channel, asked for once. */
    public String id() {
        return known().id();
    }

    /** Name of the channel's own bot, which a change of a conversation has to bear; asked for once. */
    String botName() {
        String name = known().botName();
        CHANNEL.requireAnswered(name != null, "the name of the channel's bot; set the option botName");
        return name;
    }

    private ChannelioChannel known() {
        if (known == null) {
            known = get().body();
        }
        return known;
    }

    private record ChannelAnswer(ChannelioChannel channel) {
    }
}
