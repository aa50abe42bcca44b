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
package io.github.camelhelpdesk.signalzen.client;

import io.github.camelhelpdesk.common.http.ErrorReader;

/** Reads SignalZen's errors (page "Errors"). The form of their bodies is not documented; whatever text there is, is told. */
public final class SignalzenErrorReader extends ErrorReader {

    /** @param baseUrl origin of the API, as messages name the account */
    public SignalzenErrorReader(String baseUrl) {
        super("signalzen account at " + baseUrl, "apiKey");
    }

    @Override
    protected String advice(int statusCode) {
        return switch (statusCode) {
            case 401, 403 ->
                "Check apiKey: it is the API Secret Key of the console's page Integration. SignalZen signs webhooks"
                        + " with the same key.";
            case 406 ->
                "SignalZen takes the version from the header Accept: check that no proxy or httpClientConfigurer changes"
                        + " it.";
            case 410 -> "It was removed at SignalZen.";
            case 503 -> "SignalZen is under maintenance.";
            default -> super.advice(statusCode);
        };
    }
}
