// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What takes many parts is made by a builder, so that one more part breaks no program. */
class ConstructorsTest {
    private static final int MOST_PARTS = 6;

    @Test
    void noPublicConstructorTakesMoreThanAHandfulOfParts() {
        List<JavaConstructor> all = publicConstructors();
        assertThat(all).as("the rule has what it is about").hasSizeGreaterThan(20);
        assertThat(all)
                .filteredOn(constructor -> constructor.getRawParameterTypes().size() > MOST_PARTS)
                .extracting(JavaConstructor::getFullName)
                .isEmpty();
    }

    private static List<JavaConstructor> publicConstructors() {
        String[] exported = BuiltModule.all().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .toArray(String[]::new);
        return BuiltClasses.in(exported)
                .that(describe("are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .stream()
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
    }
}
