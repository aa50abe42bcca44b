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
package io.github.camelhelpdesk.signalzen;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;

/** Options of SignalZen. */
@UriParams
public class SignalzenConfiguration extends HelpdeskConfiguration {

    /** The provider's public host. */
    public static final String DEFAULT_BASE_URL = "https://api.signalzen.com";

    @UriParam(label = "security", secret = true, description = "API Secret Key of the website (console, Integration), sent as a"
            + " Bearer token. SignalZen signs webhooks with it as well. Required, here or on the component.")
    private String apiKey;

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    /** What webhooks are verified with: SignalZen signs them with the API key (page "Security"). */
    String webhookSecrets() {
        return getWebhookVerifyToken() == null ? apiKey : getWebhookVerifyToken();
    }

    @Override
    protected String publicUrl() {
        return DEFAULT_BASE_URL;
    }

    @Override
    protected void check(String where) {
        require(apiKey, "apiKey", where, "SignalZen's console shows it on the page Integration.");
        require(getAccountName(), "accountName", where, "Choose a lasting name for the website, such as shop: the API does not"
                + " tell whose key it is, and a name derived from the key would make every message new when it is replaced.");
        super.check(where);
    }

    @Override
    public SignalzenConfiguration copy() {
        return (SignalzenConfiguration) super.copy();
    }
}
