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
package io.github.camelhelpdesk.chatwoot.client;

import java.util.List;

import io.github.camelhelpdesk.chatwoot.model.ChatwootProfile;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about the owner of the token. */
public final class ProfileCalls {

    private final ChatwootCalls calls;
    private final long accountId;

    ProfileCalls(ChatwootCalls calls, long accountId) {
        this.calls = calls;
        this.accountId = accountId;
    }

    /** The owner of the token; refused to agent bots. */
    public HttpAnswer<ChatwootProfile> get() {
        return calls.send(HttpCall.get("/profile"), ChatwootProfile.class);
    }

    /**
     * Checks that the token is good for the account.
     *
     * @param name the account's identity, for messages
     * @return the token's owner, with the server's time
     * @throws HelpdeskException when it is not; says which accounts it is good for
     */
    public HttpAnswer<ChatwootProfile> checkAccount(String name) {
        HttpAnswer<ChatwootProfile> answer = get();
        List<Long> ids = answer.body().accounts().stream().map(ChatwootProfile.Account::id).toList();
        if (!ids.contains(accountId)) {
            throw new HelpdeskException(
                    "The owner of the accessToken of chatwoot account " + name + " is not a member of account "
                            + accountId + " but of " + ids + ". Check accountId and accessToken.",
                    Outcome.REFUSED, 0, null, true, null);
        }
        return answer;
    }
}
