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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.ledger.MessageKind;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.TargetMessage;

/** Delivers one row: by the route, or by itself where there is nothing to send. */
final class RowCall {

    private static final ObjectReader READER = HelpdeskJson.mapper().readerFor(HelpdeskMessage.class);

    private final Steps steps;
    private final RouteCall route;
    private final DeliverySettings settings;
    private final Endings endings;
    private final StatusCall statuses;

    RowCall(Steps steps, RouteCall route, StatusCall statuses, DeliverySettings settings, Endings endings) {
        this.steps = steps;
        this.route = route;
        this.statuses = statuses;
        this.settings = settings;
        this.endings = endings;
    }

    /** Returns when the attempt has ended. */
    void call(MessageRow row, int permit) throws InterruptedException {
        if (row.kind() == MessageKind.STATUS) {
            statuses.call(row, permit);
            return;
        }
        HandOut untouched = new HandOut(row, null, null, permit);
        Step step;
        try {
            step = steps.of(row, READER.readValue(row.content()));
        } catch (JsonProcessingException | RuntimeException e) {
            endings.failed(untouched, e);
            return;
        }
        if (step instanceof Step.Send send) {
            route.call(row, send, permit);
        } else if (step instanceof Step.Delete delete) {
            delete(row, delete.copies(), permit);
        } else if (step instanceof Step.Nothing nothing) {
            endings.needless(untouched, nothing.reason());
        } else if (step instanceof Step.Wait wait) {
            endings.blocked(untouched, wait.reason());
        }
    }

    /** In doubt it is simply repeated: what is deleted already stays so. */
    private void delete(MessageRow row, List<TargetMessage> copies, int permit) {
        HandOut handOut = new HandOut(row, copies.get(0).conversation(), Instant.now(), permit);
        try {
            copies.forEach(settings.target()::deleteMessage);
        } catch (RuntimeException e) {
            endings.failed(handOut, e);
            return;
        }
        endings.deleted(handOut, copies);
    }
}
