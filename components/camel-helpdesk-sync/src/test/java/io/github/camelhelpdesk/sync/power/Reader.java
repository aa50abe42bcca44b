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
package io.github.camelhelpdesk.sync.power;

import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

import io.github.camelhelpdesk.common.cursor.CursorRepository;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * Reads a desk as the consumers do: each conversation in order, the next message after the last one's completion, the cursor
 * behind the rows that it covers.
 */
final class Reader implements Runnable {

    private final World world;
    private final String desk;
    private final CamelContext context;
    private final CursorRepository cursors;
    private final String intake;
    private final Mistake mistake;
    private volatile boolean ended;
    private volatile long rounds;

    Reader(World world, String desk, CamelContext context, CursorRepository cursors, String intake,
            Mistake mistake) {
        this.world = world;
        this.desk = desk;
        this.context = context;
        this.cursors = cursors;
        this.intake = intake;
        this.mistake = mistake;
    }

    @Override
    public void run() {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            while (!ended) {
                if (!readOnce(template)) {
                    rounds++;
                    pause();
                }
            }
        } catch (Exception e) {
            if (!ended) {
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void pause() throws InterruptedException {
        wait(2);
    }

    private boolean readOnce(ProducerTemplate template) {
        boolean found = false;
        for (String conversation : world.conversations(desk)) {
            String key = "reader/" + desk + "/" + conversation;
            String stored = cursors.getState(key);
            int position = stored == null ? 0 : Integer.parseInt(stored);
            List<World.Entry> messages = world.messages(desk, conversation);
            for (World.Entry entry : messages.subList(position, messages.size())) {
                position++;
                if (mistake == Mistake.MOVES_THE_CURSOR_FIRST) {
                    cursors.setState(key, Integer.toString(position));
                }
                if (ended || !take(template, entry)) {
                    return true;
                }
                cursors.setState(key, Integer.toString(position));
                found = true;
            }
        }
        return found;
    }

    private boolean take(ProducerTemplate template, World.Entry entry) {
        Exchange exchange = template.send(intake, in -> in.getMessage().setBody(neutral(entry)));
        return exchange.getException() == null;
    }

    private HelpdeskMessage neutral(World.Entry entry) {
        String customer = "customer of " + entry.conversation();
        AuthorType author = entry.isByPerson() ? AuthorType.CUSTOMER : AuthorType.BOT;
        return HelpdeskMessage.builder().provider("desk").account(desk).conversationId(entry.conversation()).id(entry.id())
                .text(entry.text()).marker(entry.marker()).author(new Author(author, customer, null, null, null))
                .contact(new Contact(customer, null, null, null, null)).build();
    }

    /** How often it found everything read. */
    long rounds() {
        return rounds;
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
