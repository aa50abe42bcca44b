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
package io.github.camelhelpdesk.testkit.signalzen;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/** What visitors and operators do, by hand; each call with the state's monitor held. */
final class SignalzenPeople {

    private final SignalzenState state;
    private final Operator operator;

    SignalzenPeople(SignalzenState state, Operator operator) {
        this.state = state;
        this.operator = operator;
    }

    /** Who answers visitors. */
    Operator operator() {
        return operator;
    }

    /** The site tells something of a visitor. */
    void tell(long userId, Consumer<User> what) {
        what.accept(user(userId));
        touch(user(userId));
    }

    void visit(long userId, String url) {
        user(userId).lastUrl = url;
        user(userId).onlineAt = state.clock.now();
    }

    /** Something happens to the chat that only webhooks tell of. */
    void event(String eventType, long userId) {
        touch(user(userId));
        state.events.told(eventType, user(userId));
    }

    private void touch(User user) {
        user.updatedAt = state.clock.now();
    }

    /** Gives the message id; by the visitor when the sender is null. */
    long write(long userId, Sender sender, Instant createdAt, Consumer<Message> content) {
        Message message = begin(userId, sender, createdAt, content);
        state.commit(message);
        return message.id;
    }

    Message begin(long userId, Sender sender, Instant createdAt, Consumer<Message> content) {
        User user = user(userId);
        Message message = state.begin(user, sender == null ? user : sender, createdAt);
        content.accept(message);
        return message;
    }

    User user(long id) {
        return Objects.requireNonNull(state.users.get(id), () -> "no user " + id);
    }

    Message message(long userId, long id) {
        return Objects.requireNonNull(user(userId).messages.get(id), () -> "no message " + id);
    }
}
