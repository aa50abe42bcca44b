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
package io.github.camelhelpdesk.testkit.acquire;

import java.time.Instant;
import java.util.Objects;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** What contacts and users do, by hand; each call with the state's monitor held. */
final class AcquirePeople {

    private final AcquireState state;

    AcquirePeople(AcquireState state) {
        this.state = state;
    }

    Case open(String channel, String name, String email, String phone) {
        Contact contact = state.addContact();
        putPresent(contact, "name", name);
        putPresent(contact, "email", email);
        putPresent(contact, "phone", phone);
        Case opened = state.addCase(contact, null, channel, AcquireStatus.ACTIVE);
        state.events.status(opened);
        return opened;
    }

    /** The newest case of the conversation, by any of its cases. */
    Case current(String id) {
        return state.latest(Objects.requireNonNull(state.cases.get(Long.valueOf(id)), () -> "no case " + id));
    }

    /** The same, open for whoever writes: a closed one is continued by a new case. */
    Case open(String id) {
        Case current = current(id);
        return current.status == AcquireStatus.CLOSED ? reopen(current) : current;
    }

    /** A new case of the same thread, which begins with an event (seed-002). */
    Case reopen(Case closed) {
        Case next = state.addCase(closed.contact, closed, closed.channel, AcquireStatus.ACTIVE);
        next.title = closed.title;
        write(next, state.agent, Message.EVENT, "This thread has been reactivated.|translate", null);
        state.events.status(next);
        return next;
    }

    /** Gives the message id. */
    long write(Case owner, Person sender, String type, String text, Instant dateCreated) {
        Message message = begin(owner, sender, type, text, dateCreated);
        state.commit(message, HistoryEntry.Origin.TEST);
        return message.id;
    }

    /** With what the channel of the case keeps beside the text. */
    Message begin(Case owner, Person sender, String type, String text, Instant dateCreated) {
        boolean speech = type.equals(Message.MESSAGE);
        boolean sms = speech && owner.channel.equals("sms");
        Message message = state.begin(owner, sender, sms ? Message.SMS : type, text, dateCreated);
        String contact = String.valueOf(owner.contact.fields.get(sms ? "phone" : "email"));
        boolean incoming = sender == owner.contact;
        if (sms) {
            message.meta = SmsResource.meta(text, incoming ? contact : AcquireSimulator.PHONE_NUMBER,
                    incoming ? AcquireSimulator.PHONE_NUMBER : contact);
        } else if (speech && owner.channel.equals("mail")) {
            message.meta = Mail.meta(owner.title, text, incoming ? contact : AcquireSimulator.MAIL_ADDRESS);
        }
        return message;
    }

    Message message(String threadId, String id) {
        Message message = state.messages.get(Long.valueOf(id));
        if (message == null || !String.valueOf(message.owner.threadId).equals(threadId)) {
            throw new IllegalArgumentException("no message " + id + " in thread " + threadId);
        }
        return message;
    }

    private static void putPresent(Contact contact, String key, String value) {
        if (value != null) {
            contact.fields.put(key, value);
        }
    }
}
