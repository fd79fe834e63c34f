// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** nn-spark keeps to what Spark promises to programs, so that one jar runs on several of its versions. */
class SparkInterfaceTest {
    private static final JavaClasses OWN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nn4j.spark");

    @Test
    void sparksInternalsAreNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.spark.sql.catalyst..",
                        "org.apache.spark.sql.execution..",
                        "org.apache.spark.sql.connect..")
                .check(OWN);
        assertThat(OWN.that(resideInAnyPackage("dev.nn4j.spark.internal.."))).isNotEmpty();
    }

    @Test
    void thereAreNoCollectionsOfScalaWhichDifferFromVersionToVersion() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("scala.collection..", "scala.jdk..")
                .check(OWN);
    }

    @Test
    void packagesDoNotReachRoundToThemselves() {
        slices().matching("dev.nn4j.(spark..)").should().beFreeOfCycles().check(OWN);
    }

    @Test
    void nnCoreIsUsedAsItIsExported() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.nn4j..internal..")
                        .and(not(resideInAnyPackage("dev.nn4j.spark.internal.."))))
                .check(OWN);
    }
}
