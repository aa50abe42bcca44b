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
package io.github.camelhelpdesk.sync.reread;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import io.github.camelhelpdesk.common.consumer.Inclusion;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.consumer.Reread;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;

/** A {@code messages} consumer as the desk sees it. */
final class MessagesReader implements SourceReader {

    private final MessagesConsumer consumer;
    private final Inclusion inclusion;

    MessagesReader(MessagesConsumer consumer) {
        this.consumer = consumer;
        this.inclusion = Inclusion.parse(consumer.getEndpoint().getInclude());
    }

    @Override
    public boolean includes(HelpdeskMessage message) {
        return message.author() != null
                && inclusion.allows(message.author().type(), message.visibility() == Visibility.PRIVATE);
    }

    @Override
    public RereadProgress reread(Instant from) {
        return progress(consumer.reread(from));
    }

    @Override
    public Optional<RereadProgress> reread() {
        return consumer.reread().map(MessagesReader::progress);
    }

    @Override
    public void reread(String conversationId, Instant from) {
        consumer.reread(conversationId, from);
    }

    private static RereadProgress progress(Reread reread) {
        OptionalLong total = reread.conversationsTotal();
        return new RereadProgress(reread.from(), reread.startedAt(), reread.endedAt().orElse(null), reread.conversationsDone(),
                total.isPresent() ? total.getAsLong() : null, reread.messages(), reread.ratePerSecond(),
                reread.timeLeft().orElse(null), reread.conversationsWithoutMessages(), reread.leftOut());
    }
}
