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

import io.github.camelhelpdesk.common.http.Transport;

/**
 * The calls of the API that this component makes, by resource; all of them read. All of them throw
 * {@link io.github.camelhelpdesk.common.HelpdeskException}.
 */
public final class SignalzenClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String API_PATH = "/external";

    /** The version of the API is in this header only (page "Authentication"); any other is answered with 406. */
    public static final String ACCEPT = "application/vnd.signalzen.v1+json";

    /** The largest page: "lower than 100" (page "Messages"). */
    public static final int LARGEST_PAGE = 99;

    private final UserCalls users;
    private final MessageCalls messages;

    /** @param transport makes the calls */
    public SignalzenClient(Transport transport) {
        SignalzenCalls calls = new SignalzenCalls(transport);
        users = new UserCalls(calls);
        messages = new MessageCalls(calls);
    }

    /** Whether a text can be an id of a user or message. */
    public static boolean isId(String text) {
        return text.matches("\\d{1,18}");
    }

    /** Visitors, each with one conversation. */
    public UserCalls users() {
        return users;
    }

    /** What was written in the conversations. */
    public MessageCalls messages() {
        return messages;
    }
}
