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

import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.acquire.transform.MessageMarker;

/**
 * One message to be written.
 *
 * @param request what it says, and how
 * @param marker by which it is found again, or null
 */
record MessagePart(AcquireMessageRequest request, String marker) {

    static MessagePart of(AcquireMessageRequest request) {
        return new MessagePart(request, request.meta().get(MessageMarker.FIELD) instanceof String own ? own : null);
    }

    MessagePart withMarker(String other) {
        return new MessagePart(request.withMeta(MessageMarker.FIELD, other), other);
    }
}
