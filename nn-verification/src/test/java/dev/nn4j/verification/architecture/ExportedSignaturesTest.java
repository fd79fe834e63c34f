// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.nn4j.verification.architecture.planted.Leaking;
import java.lang.module.ModuleDescriptor.Exports;
import org.junit.jupiter.api.Test;

/** Who compiles against nn4j needs the JDK and nn4j, whatever it is made with. */
class ExportedSignaturesTest {
    /** The testkit's adapter is for JUnit; LibraryHomesTest keeps JUnit there. */
    private static final String JUNIT = "org.junit.jupiter.api..";

    @Test
    void exportedSignaturesNameWhatIsExportedAlone() {
        String[] exported = exportedPackages();
        DescribedPredicate<JavaClass> nameable = resideInAnyPackage(exported)
                .or(resideInAnyPackage("java..", JUNIT, Leaking.class.getPackageName()))
                .as("is exported by nn4j or the JDK");
        ArchRule rule = classes().should(new SignatureCondition(nameable));
        Law.breachedBy(rule, Leaking.class)
                .binds(BuiltClasses.in(exported).that(describe("are public", ExportedSignaturesTest::isPublic)));
    }

    private static String[] exportedPackages() {
        return BuiltModule.all().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .toArray(String[]::new);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(ExportedSignaturesTest::isPublic)
                        .orElse(true);
    }
}
