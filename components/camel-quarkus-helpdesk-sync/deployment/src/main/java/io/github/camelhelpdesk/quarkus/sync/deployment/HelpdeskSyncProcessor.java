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
package io.github.camelhelpdesk.quarkus.sync.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;

/** Makes the sync known to Quarkus: its classes are indexed, and the ledger's scripts and SQLite's library are packed. */
class HelpdeskSyncProcessor {

    private static final String GROUP_ID = "io.github.camelhelpdesk";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("camel-helpdesk-sync");
    }

    @BuildStep
    void indexDependencies(BuildProducer<IndexDependencyBuildItem> dependencies) {
        dependencies.produce(new IndexDependencyBuildItem(GROUP_ID, "camel-helpdesk-common"));
        dependencies.produce(new IndexDependencyBuildItem(GROUP_ID, "camel-helpdesk-sync"));
    }

    @BuildStep
    NativeImageResourcePatternsBuildItem ledgerResources() {
        return NativeImageResourcePatternsBuildItem.builder()
                .includeGlobs("io/github/camelhelpdesk/sync/**/*.sql", "org/sqlite/native/Linux/*/*")
                .build();
    }
}
