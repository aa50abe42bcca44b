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
package io.github.camelhelpdesk.routes.contract;

import java.util.List;

/**
 * A message as people see it at a provider.
 *
 * @param author who the provider says wrote it: customer, agent or bot
 * @param authorName who that is there
 * @param audience who sees it
 * @param subject of a mail, else null
 * @param files names of the files that are on it
 * @param replyTo the message that it is shown as an answer to, or null
 */
public record StoredMessage(String id, String author, String authorName, String audience, String text, String subject,
        List<String> files, String replyTo, boolean isDeleted) {

    /** Everybody in the conversation sees it. */
    static final String EVERYBODY = "everybody";
    /** It is a note. */
    static final String HELP_DESK = "the help desk";
    /** It stands in the conversation, but is not sent to the customer. */
    static final String NOT_SENT = "the help desk; not sent to the customer";
}
