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
import org.apache.camel.spi.DataType;

/** A one-way bridge, with the steps of the route templates. */
final class BridgeRoutes extends RouteBuilder {

    private static final String SYNC = "helpdesk-sync:benchmark?source=chatwoot&target=channelio";

    @Override
    public void configure() {
        from("chatwoot:messages?startFrom=beginning&initialDelay=0&delay=60000&cursorId=benchmark-chatwoot"
                + "&concurrentConsumers=4&includeUpdates=true")
                .transformDataType(new DataType("helpdesk:message")).to(SYNC);
        from(SYNC).errorHandler(noErrorHandler()).to("channelio:sendMessage");
    }
}
