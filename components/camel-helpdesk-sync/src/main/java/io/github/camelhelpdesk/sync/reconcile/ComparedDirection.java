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
package io.github.camelhelpdesk.sync.reconcile;

import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.reread.SourceReader;

/**
 * A direction to be compared.
 *
 * @param key its names
 * @param reader the consumer that reads its source; null when this application has none
 */
record ComparedDirection(DirectionKey key, Side source, Side target, SourceReader reader) {

    /** Whether a message crosses; without a consumer that says so, what crosses unless said otherwise. */
    boolean crosses(HelpdeskMessage message) {
        if (reader != null) {
            return reader.includes(message);
        }
        AuthorType author = message.author() == null ? null : message.author().type();
        return message.visibility() == Visibility.PUBLIC && (author == AuthorType.CUSTOMER || author == AuthorType.AGENT);
    }
}
