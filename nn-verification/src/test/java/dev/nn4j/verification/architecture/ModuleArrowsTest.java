// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import dev.nn4j.verification.architecture.planted.Entangled;
import dev.nn4j.verification.architecture.planted.cycle.first.First;
import dev.nn4j.verification.architecture.planted.cycle.second.Second;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of ARCHITECTURE.md. */
class ModuleArrowsTest {
    private static final String CLI = "dev.nn4j.cli..";
    private static final String PLANTED = "dev.nn4j.verification.architecture.planted";

    @ParameterizedTest
    @ValueSource(strings = {"dev.nn4j.activations..", "dev.nn4j.losses..", "dev.nn4j.optim.."})
    void aModuleOfComponentsSeesTheApiAndTheJdkAlone(String module) {
        ArchRule rule = classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        module, PLANTED, "dev.nn4j.api..", "java.lang..", "java.util..", "org.jspecify.annotations..");
        Law.breachedBy(rule, Entangled.class).binds(BuiltClasses.in(module));
    }

    @Test
    void theApiSeesTheJdkAlone() {
        ArchRule rule = classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.nn4j.api..", PLANTED, "java..", "org.jspecify.annotations..");
        Law.breachedBy(rule, Entangled.class).binds(BuiltClasses.in("dev.nn4j.api.."));
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        ArchRule rule = noClasses().should().dependOnClassesThat().resideInAPackage(CLI);
        Law.breachedBy(rule, BuiltClasses.in(CLI)).binds(BuiltClasses.outside(CLI));
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        ArchRule rule = slices().matching("dev.nn4j.(**)").should().beFreeOfCycles();
        Law.breachedBy(rule, First.class, Second.class).binds(BuiltClasses.all());
    }
}
