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
package io.github.camelhelpdesk.channelio;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import io.github.camelhelpdesk.channelio.transform.BotName;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;

/** Options of Channel.io. */
@UriParams
public class ChannelioConfiguration extends HelpdeskConfiguration {

    /** The provider's public host. */
    public static final String DEFAULT_BASE_URL = "https://api.channel.io";

    /** Where a public client cuts (providers page, section 5); not documented. */
    private static final int LONGEST_TEXT = 4_000;
    private static final int SHORTEST_LIMIT = 100;
    private static final String WHERE_THE_KEYS_ARE = "Channel.io shows it in the channel's settings under API keys.";

    @UriParam(label = "security", secret = true, description = "Access key of the channel (Channel settings, API keys), sent as x-access-key. Required, here or on the component.")
    private String accessKey;
    @UriParam(label = "security", secret = true, description = "Access secret that belongs to the access key, sent as x-access-secret. Required, here or on the component.")
    private String secretKey;
    @UriParam(label = "producer", description = "Name of the bot that messages are posted as: at most 30 characters, none of"
            + " @ # $ % : and slash. By default the channel's own bot.")
    private String botName;
    @UriParam(label = "producer,advanced", defaultValue = "entities", description = "How ampersands and angle brackets of a text are sent, which Channel.io would take for markup:"
            + " as entities, or replaced by their full-width forms.")
    private MarkupEscape markupEscape = MarkupEscape.entities;

    @UriParam(label = "producer,advanced", defaultValue = "4000", description = "Most characters of a text as it is sent, escapes included; a longer one is sent in several messages."
            + " Channel.io does not document its limit; a public client cuts at 4000. At least 100.")
    private int maxTextLength = LONGEST_TEXT;

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    public String getBotName() {
        return botName;
    }

    public void setBotName(String botName) {
        this.botName = botName;
    }

    public MarkupEscape getMarkupEscape() {
        return markupEscape;
    }

    public void setMarkupEscape(MarkupEscape markupEscape) {
        this.markupEscape = markupEscape;
    }

    public int getMaxTextLength() {
        return maxTextLength;
    }

    public void setMaxTextLength(int maxTextLength) {
        this.maxTextLength = maxTextLength;
    }

    @Override
    protected String publicUrl() {
        return DEFAULT_BASE_URL;
    }

    @Override
    protected void check(String where) {
        require(accessKey, "accessKey", where, WHERE_THE_KEYS_ARE);
        require(secretKey, "secretKey", where, WHERE_THE_KEYS_ARE);
        BotName.check(botName, "Option botName of " + where);
        atLeast(SHORTEST_LIMIT, maxTextLength, "maxTextLength", where);
        super.check(where);
    }

    @Override
    public ChannelioConfiguration copy() {
        return (ChannelioConfiguration) super.copy();
    }
}
