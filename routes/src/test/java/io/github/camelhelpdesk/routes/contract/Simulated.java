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
package io.github.camelhelpdesk.routes.contract;

import org.apache.camel.Component;

import io.github.camelhelpdesk.common.HelpdeskComponent;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;

/** What is set alike on each provider's component. */
final class Simulated {

    private Simulated() {
    }

    static Component set(HelpdeskComponent component, HelpdeskConfiguration options, HelpdeskSimulator simulator) {
        component.setRequestsPerMinute(0);
        options.setBaseUrl(simulator.baseUrl());
        return component;
    }
}
