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
package io.github.camelhelpdesk.quarkus.deployment;

import org.jboss.jandex.ClassInfo;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** Makes the providers known to Quarkus: their classes are indexed, and their JSON models keep their reflection. */
class HelpdeskProcessor {

    private static final String GROUP_ID = "io.github.camelhelpdesk";
    private static final String BASE_PACKAGE = "io.github.camelhelpdesk.";
    private static final String MODEL_PACKAGE = ".model";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("camel-helpdesk");
    }

    @BuildStep
    void indexDependencies(BuildProducer<IndexDependencyBuildItem> dependencies) {
        dependencies.produce(new IndexDependencyBuildItem(GROUP_ID, "camel-helpdesk-common"));
        dependencies.produce(new IndexDependencyBuildItem(GROUP_ID, "camel-chatwoot"));
        dependencies.produce(new IndexDependencyBuildItem(GROUP_ID, "camel-channelio"));
        dependencies.produce(new IndexDependencyBuildItem(GROUP_ID, "camel-acquire"));
        dependencies.produce(new IndexDependencyBuildItem(GROUP_ID, "camel-signalzen"));
        // Camel Quarkus has no extension for it in this version.
        dependencies.produce(new IndexDependencyBuildItem("org.apache.camel", "camel-webhook"));
    }

    /** Jackson reads and writes the {@code model} packages, and records wherever they are: answers' envelopes, cursors. */
    @BuildStep
    ReflectiveClassBuildItem models(CombinedIndexBuildItem index) {
        String[] models = index.getIndex().getKnownClasses().stream()
                .filter(HelpdeskProcessor::isModel)
                .map(type -> type.name().toString())
                .toArray(String[]::new);
        return ReflectiveClassBuildItem.builder(models).constructors().methods().fields().build();
    }

    private static boolean isModel(ClassInfo type) {
        String packageName = String.valueOf(type.name().packagePrefix());
        return packageName.startsWith(BASE_PACKAGE) && (type.isRecord() || packageName.endsWith(MODEL_PACKAGE));
    }
}
