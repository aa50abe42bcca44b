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

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmarks and prints what was measured, each contender beside its rivals of the same run. */
public final class Benchmarks {

    private Benchmarks() {
    }

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(Benchmarks.class.getPackageName())
                .jvmArgsAppend("-Xmx1g",
                        "-Djava.util.logging.config.class=" + QuietLogging.class.getName())
                .shouldFailOnError(true).build()).run();
        System.out.println(report(results));
    }

    private static String report(Collection<RunResult> results) {
        Map<String, Statistics> measured = new LinkedHashMap<>();
        results.forEach(result -> measured.put(name(result), result.getPrimaryResult().getStatistics()));
        StringBuilder report = new StringBuilder("\nOn " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.vm.version") + ", " + Runtime.getRuntime().availableProcessors() + " cores\n\n");
        measured.forEach((name, statistics) -> report.append(String.format(
                "%-36s median %7.0f ms   (10 %% below %6.0f, 90 %% below %6.0f, n = %d)%n", name,
                statistics.getPercentile(50), statistics.getPercentile(10), statistics.getPercentile(90),
                statistics.getN())));
        report.append('\n');
        for (String size : List.of(" 500x50", " 60x400")) {
            ratio(report, measured, "HistoryReading.component" + size, "HistoryReading.handWritten" + size);
            ratio(report, measured, "HistoryReading.component" + size, "HistoryReading.plainCamel" + size);
        }
        ratio(report, measured, "PollToDelivered.bridge", "PollToDelivered.handWritten");
        return report.toString();
    }

    private static void ratio(StringBuilder report, Map<String, Statistics> measured, String ours, String rival) {
        ToDoubleFunction<String> median = name -> measured.get(name).getPercentile(50);
        report.append(String.format("%s has %.2f times the throughput of %s%n", ours,
                median.applyAsDouble(rival) / median.applyAsDouble(ours), rival));
    }

    private static String name(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("\\.");
        String size = result.getParams().getParam("size");
        return String.join(".", Arrays.asList(parts).subList(parts.length - 2, parts.length))
                + (size == null ? "" : " " + size);
    }
}
