package io.github.camelhelpdesk.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import org.jboss.jandex.DotName;

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
    }

    /** Jackson reads and writes the records of all {@code model} packages. */
    @BuildStep
    ReflectiveClassBuildItem models(CombinedIndexBuildItem index) {
        String[] models = index.getIndex().getKnownClasses().stream()
                .map(type -> type.name())
                .filter(HelpdeskProcessor::isModel)
                .map(DotName::toString)
                .toArray(String[]::new);
        return ReflectiveClassBuildItem.builder(models).constructors().methods().fields().build();
    }

    private static boolean isModel(DotName type) {
        String packageName = type.packagePrefix();
        return packageName != null && packageName.startsWith(BASE_PACKAGE) && packageName.endsWith(MODEL_PACKAGE);
    }
}
