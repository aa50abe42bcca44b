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
package io.github.camelhelpdesk.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/**
 * Something in which the simulator follows its source and not the document.
 *
 * @param pattern regular expression of the problems that it explains
 * @param reason why the simulator is right, with the section of the provider's page
 */
public record Difference(String pattern, String reason) {

    /** Each problem is explained, and each explanation explains something. */
    public static void explain(Set<String> problems, List<Difference> differences) {
        assertThat(problems).as("differences from the document that no one has explained")
                .filteredOn(problem -> differences.stream().noneMatch(known -> problem.matches(known.pattern))).isEmpty();
        assertThat(differences).as("explanations of differences that are none (any more)")
                .filteredOn(known -> problems.stream().noneMatch(problem -> problem.matches(known.pattern))).isEmpty();
    }
}
