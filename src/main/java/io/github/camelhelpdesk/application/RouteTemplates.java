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

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.quarkus.main.CamelMain;

import io.quarkus.arc.Unremovable;

/**
 * Keeps the route templates at hand whatever {@code camel.main.routes-include-pattern} names: Camel's own default finds
 * them, but a pattern set by a user replaces that default.
 */
@ApplicationScoped
@Unremovable
class RouteTemplates implements CamelConfiguration {

    private static final String LOCATION = "classpath:camel-template/";
    private static final String SWITCHED_OFF = "false";

    private final CamelMain main;

    RouteTemplates(CamelMain main) {
        this.main = main;
    }

    @Override
    public void configure(CamelContext camelContext) {
        MainConfigurationProperties properties = main.configure();
        properties.setRoutesIncludePattern(withTemplates(properties.getRoutesIncludePattern()));
    }

    static String withTemplates(String pattern) {
        String templates = LOCATION + "*.yaml";
        if (pattern == null || pattern.isBlank() || SWITCHED_OFF.equals(pattern)) {
            return templates;
        }
        return pattern.contains(LOCATION) ? pattern : pattern + "," + templates;
    }
}
