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
package io.github.camelhelpdesk.application;

import java.util.Optional;
import java.util.Set;

/**
 * A customer at one desk and an agent at the other, who see each other's lines only when the bridge has carried them: nobody
 * answers what has not arrived.
 */
final class SimulatedDialogue {

    private final DemoDialogue dialogue;
    private final DemoDesk customerDesk;
    private final DemoDesk agentDesk;
    private final Set<String> talkedIn;
    private final String conversation;
    private String counterpart;
    private int next;

    /** @param talkedIn conversations at the agent's desk that have their agent, this one's included once it is known */
    SimulatedDialogue(DemoDialogue dialogue, String customer, DemoDesk customerDesk, DemoDesk agentDesk,
            Set<String> talkedIn) {
        this.dialogue = dialogue;
        this.customerDesk = customerDesk;
        this.agentDesk = agentDesk;
        this.talkedIn = talkedIn;
        this.conversation = customerDesk.open().apply(customer);
    }

    boolean isOver() {
        return next == dialogue.lines().size();
    }

    /** Writes the next line, unless what it answers is still on its way. */
    void goOn() {
        if (next > 0 && !hasArrived(dialogue.lines().get(next - 1))) {
            return;
        }
        String line = dialogue.lines().get(next);
        if (dialogue.isByCustomer(next)) {
            customerDesk.asCustomer().apply(conversation, line);
        } else {
            agentDesk.asAgent().apply(counterpart, line);
        }
        next++;
    }

    private boolean hasArrived(String line) {
        if (dialogue.isByCustomer(next)) {
            return customerDesk.hasArrived(conversation, line);
        }
        if (counterpart == null) {
            Optional<String> found = agentDesk.conversationWith(line, talkedIn);
            found.ifPresent(talkedIn::add);
            counterpart = found.orElse(null);
        }
        return counterpart != null && agentDesk.hasArrived(counterpart, line);
    }
}
