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
package io.github.camelhelpdesk.channelio.consumer;

import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.http.HttpAnswer;

/** Reads from the beginning of a conversation, one batch for each page. */
final class ForwardReader implements MessageReader {

    private final Pages<MessagesPage> pages;
    private final SourceMessages messages;
    private final People people;

    ForwardReader(Pages<MessagesPage> pages, SourceMessages messages, People people) {
        this.pages = pages;
        this.messages = messages;
        this.people = people;
    }

    @Override
    public MessageBatch next() {
        HttpAnswer<MessagesPage> page = pages.next();
        if (page == null) {
            return null;
        }
        people.learn(page.body());
        return messages.batch(page.body().items(), page.date());
    }
}
