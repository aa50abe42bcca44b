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
