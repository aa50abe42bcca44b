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
package io.github.camelhelpdesk.benchmarks;

import org.apache.camel.builder.RouteBuilder;

/** What a user of the component writes. */
final class ComponentRoute extends RouteBuilder {

    private final String baseUrl;

    ComponentRoute(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public void configure() {
        from("chatwoot:messages?startFrom=beginning&initialDelay=0&delay=60000&accountId=" + ChatwootHistory.ACCOUNT
                + "&accessToken=token&baseUrl=" + baseUrl).process("count");
    }
}
