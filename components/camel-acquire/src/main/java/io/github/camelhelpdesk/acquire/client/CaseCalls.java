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
package io.github.camelhelpdesk.acquire.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;

/** The calls about cases. */
public final class CaseCalls {

    private static final String CASES = "/crm/objects/case";

    private final AcquireCalls calls;
    private final AcquireConfiguration configuration;

    CaseCalls(AcquireCalls calls, AcquireConfiguration configuration) {
        this.calls = calls;
        this.configuration = configuration;
    }

    /**
     * Lists one case, to see whether the key may.
     *
     * @return the provider's clock, or null when it does not say
     */
    public Instant checkAccess() {
        return list(List.of(), new PageRequest(configuration.getFirstPage(), 0, 1)).date();
    }

    /**
     * A page of cases, with contact and people.
     *
     * @param where filters {@code column|expression|value}
     */
    public HttpAnswer<Envelope<AcquireCase>> list(List<String> where, PageRequest page) {
        HttpCall call = HttpCall.get(CASES);
        for (String filter : where) {
            call = call.with("where", filter);
        }
        String order = configuration.getCaseOrder();
        call = withPeople(call).with("order", order == null || order.isBlank() ? null : order);
        return calls.list(calls.page(call, page), AcquireCase.class);
    }

    /** A case, with contact and people. */
    public AcquireCase get(String caseId) {
        Item<AcquireCase> item = item(caseId);
        HttpCall call = HttpCall.get(path(caseId));
        call.requireAnswered(item.isReadable(), "a case of the usual shape: " + item.problem());
        call.requireAnswered(item.value().id() != null, "a case with an id");
        return item.value();
    }

    /** A case, with contact and people, even if it cannot be read. */
    public Item<AcquireCase> item(String caseId) {
        return calls.singleItem(withPeople(HttpCall.get(path(caseId))), AcquireCase.class);
    }

    /** A case, with all of its messages as the relation gives them; among others where the filter is not heeded. */
    public HttpAnswer<Envelope<JsonNode>> withMessages(String caseId) {
        HttpCall call = HttpCall.get(CASES).with("where", "id|eq|" + caseId).with("relations", "messages");
        return calls.list(call, JsonNode.class);
    }

    /** Id of the timeline row of a case, which an SMS needs. */
    public String timelineId(String caseId) {
        HttpCall call = HttpCall.get(path(caseId)).with("relations", "timeline");
        JsonNode answer = calls.single(call, JsonNode.class);
        String id = answer.path("timeline").path("id").asText(answer.path("timelineId").asText(""));
        call.requireAnswered(!id.isBlank(), "a timeline with an id");
        return id;
    }

    /**
     * Opens a case.
     *
     * @param contactId the customer
     * @param request title, message, channel and others; a threadId opens it in that thread; or null
     */
    public AcquireCase create(String contactId, Object request) {
        HttpCall call = HttpCall.post("/crm/messenger/chat/create", request == null ? Map.of() : request).with("contactId",
                contactId);
        AcquireCase answer = calls.single(call, AcquireCase.class);
        call.requireAnswered(answer.id() != null, "a case with an id");
        return answer;
    }

    /**
     * Closes a case.
     *
     * @param request caseId, and optionally closingState, forceClose, leaveOnly, askFeedback
     */
    public void close(Object request) {
        calls.send(HttpCall.post("/crm/messenger/chat/close", request));
    }

    private static String path(String caseId) {
        return CASES + "/" + HttpCall.segment(caseId);
    }

    private static HttpCall withPeople(HttpCall call) {
        return call.with("relations", "contact").with("relations", "users");
    }
}
