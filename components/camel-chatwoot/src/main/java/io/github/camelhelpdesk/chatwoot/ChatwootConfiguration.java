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
package io.github.camelhelpdesk.chatwoot;

import java.net.URI;
import java.util.Locale;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;

/** Options of Chatwoot. Set on a component they hold for all of its endpoints. */
@UriParams
public class ChatwootConfiguration extends HelpdeskConfiguration {

    /** Chatwoot's own cloud. */
    public static final String DEFAULT_BASE_URL = "https://app.chatwoot.com";

    /** Longest content of a message (app/models/message.rb). */
    private static final int LONGEST_TEXT = 150_000;
    private static final int SHORTEST_LIMIT = 100;

    @UriParam(description = "Number of the Chatwoot account, as in the address of its dashboard (/app/accounts/1). Required,"
            + " on the endpoint or on the component.")
    private Long accountId;
    @UriParam(label = "security", secret = true, description = "Access token of a Chatwoot user, from the user's profile page. Required, on the endpoint or on the"
            + " component. An administrator's reads every inbox, an agent's the inboxes that the agent is a member of. The"
            + " token of an agent bot cannot read messages.")
    @Metadata(secret = true)
    private String accessToken;
    @UriParam(description = "The inbox to read, or to open conversations in. By default every inbox is read, and conversations"
            + " are opened in the only API inbox.")
    private Long inboxId;
    @UriParam(label = "advanced", defaultValue = "Api-Access-Token", description = "Name of the HTTP header that carries the token. Chatwoot documents api_access_token, which many reverse"
            + " proxies drop for its underscores; the name with dashes reaches the same server.")
    private String tokenHeader = "Api-Access-Token";

    @UriParam(label = "producer,advanced", defaultValue = "150000", description = "Most characters of a text as it is sent, escapes included; a longer one is sent in several messages."
            + " Chatwoot takes 150000. At least 100.")
    private int maxTextLength = LONGEST_TEXT;

    @UriParam(label = "producer,advanced", defaultValue = "41943040", description = "Largest file in bytes that is copied from a neutral message; a larger one becomes a note in the text.")
    private long maxAttachmentSize = 40L << 20;
    @UriParam(label = "producer,security", defaultValue = "false", description = "Whether files of neutral messages are copied from hosts with private or loopback addresses"
            + " too. The addresses come from strangers: allow it only where those that write them are trusted, such as with help"
            + " desks on the own network.")
    private boolean allowPrivateAttachmentHosts;

    public Long getAccountId() {
        return accountId;
    }

    public void setAccountId(Long accountId) {
        this.accountId = accountId;
    }

    public String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public Long getInboxId() {
        return inboxId;
    }

    public void setInboxId(Long inboxId) {
        this.inboxId = inboxId;
    }

    public String getTokenHeader() {
        return tokenHeader;
    }

    public void setTokenHeader(String tokenHeader) {
        this.tokenHeader = tokenHeader;
    }

    public int getMaxTextLength() {
        return maxTextLength;
    }

    public void setMaxTextLength(int maxTextLength) {
        this.maxTextLength = maxTextLength;
    }

    public long getMaxAttachmentSize() {
        return maxAttachmentSize;
    }

    public void setMaxAttachmentSize(long maxAttachmentSize) {
        this.maxAttachmentSize = maxAttachmentSize;
    }

    public boolean isAllowPrivateAttachmentHosts() {
        return allowPrivateAttachmentHosts;
    }

    public void setAllowPrivateAttachmentHosts(boolean allowPrivateAttachmentHosts) {
        this.allowPrivateAttachmentHosts = allowPrivateAttachmentHosts;
    }

    /** The account's lasting identity: {@code accountName}, else host, port and account number. */
    String account() {
        if (getAccountName() != null) {
            return getAccountName();
        }
        URI base = URI.create(base());
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getHost().toLowerCase(Locale.ROOT) + port + "/" + accountId;
    }

    @Override
    protected String publicUrl() {
        return DEFAULT_BASE_URL;
    }

    @Override
    protected void check(String where) {
        require(accountId, "accountId", where, "It is the number in the address of the dashboard, 1 in /app/accounts/1.");
        require(accessToken, "accessToken", where, "Chatwoot shows it on the user's profile page.");
        require(tokenHeader, "tokenHeader", where, "Api-Access-Token is usual.");
        atLeast(SHORTEST_LIMIT, maxTextLength, "maxTextLength", where);
        super.check(where);
    }

    @Override
    protected ChatwootConfiguration copy() {
        return (ChatwootConfiguration) super.copy();
    }
}
