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
package io.github.camelhelpdesk.acquire.consumer;

import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.transform.NeutralConversations;
import io.github.camelhelpdesk.common.consumer.MessageVersion;
import io.github.camelhelpdesk.common.http.Item;

/** What in a list of cases tells that one of them has changed. */
final class CaseVersion {

    private CaseVersion() {
    }

    /** Differs when there may be a new message: by times, last message and text. */
    static String ofMessages(Item<AcquireCase> item) {
        if (!item.isReadable()) {
            return MessageVersion.of(item.raw());
        }
        AcquireCase value = item.value();
        AcquireMessage last = value.lastMessage();
        return MessageVersion.of(value.dateUpdated(), value.status(), value.description(),
                last == null ? null : last.messageId(), last == null ? null : last.dateUpdated());
    }

    /** Differs when the case is opened, closed or assigned. */
    static String ofStatus(Item<AcquireCase> item) {
        if (!item.isReadable()) {
            return MessageVersion.of(item.raw());
        }
        AcquireCase value = item.value();
        return value.status() + "/" + NeutralConversations.assigneeId(value) + "/" + value.dateClosed();
    }
}
