// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** A rule that has been seen to find what breaks it: one that cannot be broken would hold for anything. */
final class Law {
    private final ArchRule rule;

    private Law(ArchRule rule) {
        this.rule = rule;
    }

    /** A rule of which every method and field of the planted classes is a breach, each on its own. */
    static Law breachedBy(ArchRule rule, Class<?>... planted) {
        JavaClasses offenders = new ClassFileImporter().importClasses(planted);
        List<String> breaches = rule.evaluate(offenders).getFailureReport().getDetails();
        List<String> members = offenders.stream()
                .flatMap(offender -> Stream.concat(offender.getMethods().stream(), offender.getFields().stream()))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMember::getFullName)
                .toList();
        assertThat(members).as("planted breaches").isNotEmpty();
        for (String member : members) {
            assertThat(breaches)
                    .as("what the rule '%s' finds in the planted %s", rule.getDescription(), member)
                    .anyMatch(breach -> breach.contains(member));
        }
        return new Law(rule);
    }

    /** A rule that is made for other classes than these, which breach it with good reason. */
    static Law breachedBy(ArchRule rule, JavaClasses exempt) {
        assertThat(rule.evaluate(exempt).hasViolation())
                .as("the rule '%s' finds what it is about in the classes that are exempt from it", rule)
                .isTrue();
        return new Law(rule);
    }

    /** Holds these classes, of which there must be some, to the rule. */
    void binds(JavaClasses subjects) {
        assertThat(subjects)
                .as("classes to hold to '%s'", rule.getDescription())
                .isNotEmpty();
        rule.allowEmptyShould(false).check(subjects);
    }
}
