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
package io.github.camelhelpdesk.acquire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;

/** The user as whom the API key writes. No call tells: it is configured, or learnt from what has been written. */
public final class SenderIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(SenderIdentity.class);

    private volatile String learnt;

    /** @param configured the option userId, or null */
    SenderIdentity(String configured) {
        learnt = configured;
    }

    /** Id of the user; null while it is not known. */
    public String userId() {
        return learnt;
    }

    /** Takes in a message that was just written. */
    public void learn(AcquireMessage sent) {
        if (learnt == null && "user".equals(sent.senderType()) && sent.senderId() != null) {
            learnt = sent.senderId();
            LOG.info("The API key writes as Acquire user {}. The option userId tells so from the start", learnt);
        }
    }
}
