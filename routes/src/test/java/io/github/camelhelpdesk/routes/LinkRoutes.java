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
package io.github.camelhelpdesk.routes;

import java.util.Map;

import org.apache.camel.builder.RouteBuilder;

/** The four templated routes of a two-way link. */
final class LinkRoutes extends RouteBuilder {

    private final String link;
    private final String one;
    private final String other;
    private final Map<String, Map<String, String>> intake;

    /**
     * @param link its name
     * @param one component name of a side
     * @param other component name of the other side
     * @param intake further parameters of the intake from each side
     */
    LinkRoutes(String link, String one, String other, Map<String, Map<String, String>> intake) {
        this.link = link;
        this.one = one;
        this.other = other;
        this.intake = intake;
    }

    @Override
    public void configure() {
        direction(one, other);
        direction(other, one);
    }

    private void direction(String source, String target) {
        var reading = templatedRoute("helpdesk-intake").routeId("helpdesk-intake-" + link + "-" + source)
                .parameter("link", link).parameter("source", source).parameter("target", target);
        intake.getOrDefault(source, Map.of()).forEach(reading::parameter);
        templatedRoute("helpdesk-delivery").routeId("helpdesk-delivery-" + link + "-" + source)
                .parameter("link", link).parameter("source", source).parameter("target", target);
    }
}
