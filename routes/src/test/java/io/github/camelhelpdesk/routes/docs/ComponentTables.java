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
package io.github.camelhelpdesk.routes.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of a component's page. */
final class ComponentTables {

    /** Camel's own, the same for every component that polls; named, not described. */
    private static final Set<String> CAMELS = Set.of("autowiredEnabled", "backoffErrorThreshold", "backoffIdleThreshold",
            "backoffMultiplier", "bridgeErrorHandler", "exceptionHandler", "exchangePattern", "greedy",
            "healthCheckConsumerEnabled", "healthCheckProducerEnabled", "initialDelay", "lazyStartProducer", "pollStrategy",
            "repeatCount", "runLoggingLevel", "scheduledExecutorService", "scheduler", "schedulerProperties",
            "sendEmptyMessageWhenIdle", "startScheduler", "timeUnit", "useFixedDelay");
    private static final Map<String, String> GROUPS = new LinkedHashMap<>();
    static {
        GROUPS.put("security", "Access and security");
        GROUPS.put("common", "General");
        GROUPS.put("consumer", "Reading (`from`)");
        GROUPS.put("producer", "Writing (`to`)");
        GROUPS.put("advanced", "HTTP and limits");
        GROUPS.put("health", "Health");
    }

    private final ComponentJson json;

    ComponentTables(ComponentJson json) {
        this.json = json;
    }

    /** All options, in groups; those that are only the component's, or only an endpoint's, say so. */
    String options() {
        Map<String, ComponentOption> all = new LinkedHashMap<>();
        json.componentOptions().forEach(option -> all.put(option.name(), option));
        json.endpointOptions().forEach(option -> all.put(option.name(), option));
        all.remove("configuration");
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((group, title) -> {
            List<ComponentOption> options = all.values().stream().filter(option -> group.equals(group(option)))
                    .filter(option -> !CAMELS.contains(option.name())).toList();
            if (!options.isEmpty()) {
                text.append("\n**").append(title).append("**\n\n").append(table(options));
            }
        });
        Set<String> left = new TreeSet<>(all.keySet());
        left.retainAll(CAMELS);
        return text + "\nCamel's own options work as everywhere: "
                + left.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")) + ".\n";
    }

    private MarkdownTable table(List<ComponentOption> options) {
        MarkdownTable table = new MarkdownTable("option", "on", "default", "meaning");
        options.forEach(option -> table.row("`" + option.name() + "`", place(option.name()), code(option.defaultValue()),
                option.meaning()));
        return table;
    }

    private String place(String name) {
        List<String> places = new ArrayList<>();
        if (json.componentOptions().stream().anyMatch(option -> option.name().equals(name))) {
            places.add("component");
        }
        if (json.endpointOptions().stream().anyMatch(option -> option.name().equals(name))) {
            places.add("endpoint");
        }
        return places.size() == 2 ? "both" : places.get(0);
    }

    private static String group(ComponentOption option) {
        String group = option.group().replace(" (advanced)", "");
        return switch (group) {
            case "scheduler" -> "consumer";
            case "proxy" -> "advanced";
            default -> GROUPS.containsKey(group) ? group : "common";
        };
    }

    /** All headers: the provider's, then those of all providers. */
    String headers() {
        MarkdownTable table = new MarkdownTable("header", "where", "type", "default", "meaning");
        json.headers().forEach(header -> table.row("`" + header.name() + "`", switch (header.group()) {
            case "consumer" -> "`from`";
            case "producer" -> "`to`";
            default -> "both";
        }, header.type(), code(header.defaultValue()), header.meaning()));
        return "\n" + table + "\n";
    }

    /** All operations, each with a link to its section. */
    String operations() {
        OperationEnum operations = OperationEnum.of(json.componentClass());
        MarkdownTable table = new MarkdownTable("operation", "stands in", "what it does");
        json.operations().forEach(name -> table.row("[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")",
                operations.isConsumer(name) ? "`from`" : "`to`", operations.description(name)));
        return "\n" + table + "\n";
    }

    private static String code(String value) {
        return value.isBlank() ? value.strip() : "`" + value + "`";
    }
}
