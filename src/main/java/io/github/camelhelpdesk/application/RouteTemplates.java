package io.github.camelhelpdesk.application;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.quarkus.main.CamelMain;

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
