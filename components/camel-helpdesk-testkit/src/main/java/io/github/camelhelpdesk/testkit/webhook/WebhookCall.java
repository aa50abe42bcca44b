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
package io.github.camelhelpdesk.testkit.webhook;

import java.net.URI;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * One event for one registered webhook; for simulators.
 *
 * @param event the provider's name of it
 * @param resource id of the message or conversation that it tells of
 * @param url as registered
 * @param address where it goes, with what the provider adds to the url
 * @param headers asked for on each attempt, so that a doubled delivery has its own id, time and signature
 * @param body JSON, byte for byte what is signed
 * @param outcome gets the status of each attempt; 0 when there was no answer
 */
@SuppressWarnings("ArrayRecordComponent")
public record WebhookCall(String event, String resource, String url, URI address, Supplier<Map<String, String>> headers,
        byte[] body, IntConsumer outcome) {
}
