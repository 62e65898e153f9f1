package io.kstash.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What Maven's module boundaries cannot say. */
@AnalyzeClasses(packages = "io.kstash", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** A feature is found by following packages one way. */
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.kstash.(**)").should().beFreeOfCycles();

    /** What is in a package of such a name says nothing of what it does. */
    @ArchTest
    static final ArchRule noPackageIsALumberRoom = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..", "..misc..");

    /** The modules say so too; this holds even where somebody adds the dependency. */
    @ArchTest
    static final ArchRule theLanguageAndItsPluginsKnowNothingOfKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.kstash.event..",
                    "io.kstash.language..",
                    "io.kstash.plugin..",
                    "io.kstash.regexp..",
                    "io.kstash.codecs..",
                    "io.kstash.filters..",
                    "io.kstash.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "io.kstash.app..", "io.kstash.delivery..", "io.kstash.transformer..");

    /** A filter is a package of its own, which can be added and removed without touching another. */
    @ArchTest
    static final ArchRule filtersKnowNothingOfOneAnother =
            slices().matching("io.kstash.filters.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule appsKnowNothingOfOneAnother = slices().matching(
                    "io.kstash.(producer|transformer|consumer|console|up|localkafka)..")
            .should()
            .notDependOnEachOther();

    /** Pipelines without a Kafka input, and every command but run, start without Kafka's classes. */
    @ArchTest
    static final ArchRule theStreamsSideIsForRunOnly = noClasses()
            .that()
            .resideInAnyPackage("io.kstash.transformer.load..", "io.kstash.transformer.input..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.kstash.transformer.streams..");
}
