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

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Routes;

/** The addresses of the API and who may use each (chatwoot.md, section 1). */
final class ChatwootRoutes {

    /** Who may use an address. */
    enum Access {
        ANYBODY,
        USERS,
        USERS_AND_BOTS,
        ADMINISTRATORS
    }

    private record Target(Access access, ChatwootHandler handler) {
    }

    private static final String ACCOUNT = "/api/v1/accounts/{account}";

    private final Routes<Target> routes = new Routes<>();
    private final ChatwootState state;

    ChatwootRoutes(ChatwootState state) {
        this.state = state;
        Views views = new Views(state);
        new ServerResource(state).addTo(this);
        new InboxesResource(state).addTo(this);
        new ConversationsResource(state, views).addTo(this);
        new ConversationActionsResource(state, views).addTo(this);
        new MessagesResource(state, views).addTo(this);
        new ContactsResource(state, views).addTo(this);
        new ContactInboxesResource(state, views).addTo(this);
        new WebhooksResource(state).addTo(this);
    }

    /** An address outside the account. */
    void add(Access access, String method, String path, ChatwootHandler handler) {
        routes.add(method, path, new Target(access, handler));
    }

    /** An address below the account. */
    void inAccount(Access access, String method, String path, ChatwootHandler handler) {
        add(access, method, ACCOUNT + path, handler);
    }

    Answer handle(Call call) {
        synchronized (state) {
            if (!call.path().equals("/health")) {
                state.throttle.take(state.clock.now());
            }
            var match = routes.find(call).orElseThrow(Errors::notFound);
            Target target = match.target();
            Caller caller = target.access() == Access.ANYBODY ? null : caller(call, target.access());
            if (match.call().pathValue("account") != null) {
                requireAccount(match.call().pathValue("account"));
            }
            return target.handler().handle(new ChatwootCall(match.call(), caller));
        }
    }

    /** Both spellings of the header reach the server, unless a proxy drops the one with underscores (section 1). */
    private Caller caller(Call call, Access access) {
        String token = call.header("api_access_token") != null ? call.header("api_access_token")
                : call.header("Api-Access-Token");
        if (token == null || token.isBlank()) {
            throw Errors.noToken();
        }
        Caller caller = state.tokens.get(token);
        if (caller == null) {
            throw Errors.wrongToken();
        }
        if (caller instanceof AgentBot && access != Access.USERS_AND_BOTS) {
            throw Errors.notForBots();
        }
        if (access == Access.ADMINISTRATORS && !(caller instanceof User user && user.administrator())) {
            throw Errors.notAuthorized();
        }
        return caller;
    }

    /** An unknown account is not found (section 9). */
    private static void requireAccount(String id) {
        if (!id.equals(String.valueOf(ChatwootState.ACCOUNT))) {
            throw Errors.notFound();
        }
    }
}
