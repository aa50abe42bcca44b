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

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;

import io.github.camelhelpdesk.sync.view.LedgerView;
import io.github.camelhelpdesk.sync.view.LinkStatus;

/** Tells a link without messages from one that does not exist. */
@Singleton
class KnownLinks {

    private final LedgerView ledger;

    KnownLinks(LedgerView ledger) {
        this.ledger = ledger;
    }

    /** @throws RequestException answered by 404, with the names of the known links, when there is none of that name */
    void require(String link) {
        List<LinkStatus> links = ledger.links();
        if (links.stream().noneMatch(known -> known.link().equals(link))) {
            String names = links.stream().map(LinkStatus::link).sorted().collect(Collectors.joining(", "));
            throw new RequestException(Status.NOT_FOUND, "There is no link of that name. Known links: "
                    + (names.isEmpty() ? "none yet" : names));
        }
    }
}
