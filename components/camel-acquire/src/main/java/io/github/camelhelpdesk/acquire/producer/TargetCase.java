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
package io.github.camelhelpdesk.acquire.producer;

import io.github.camelhelpdesk.acquire.model.AcquireCase;

/**
 * The case that is written into.
 *
 * @param id its id
 * @param threadId the conversation
 * @param contactId the customer
 * @param channel chat, mail, sms and others
 * @param title its title
 * @param isClosed whether it was closed when it was read: it then takes no messages any more
 */
record TargetCase(String id, String threadId, String contactId, String channel, String title, boolean isClosed) {

    private static final String MAIL = "mail";
    private static final String SMS = "sms";

    static TargetCase of(AcquireCase found) {
        return new TargetCase(found.id(), found.thread(), found.contactKey(), found.channel(), found.title(),
                found.isClosed());
    }

    boolean isMail() {
        return MAIL.equals(channel);
    }

    boolean isSms() {
        return SMS.equals(channel);
    }
}
