// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** All types that a class's public and protected signatures name, type arguments and exceptions included, qualify. */
final class SignatureCondition extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> allowed;

    SignatureCondition(DescribedPredicate<JavaClass> allowed) {
        super("name in public signatures only what " + allowed.getDescription());
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type, type.getFullName(), parents.flatMap(parent -> parent.getAllInvolvedRawTypes().stream()), events);
        type.getMembers().stream()
                .filter(SignatureCondition::isVisible)
                .forEach(member -> report(type, member.getFullName(), named(member), events));
    }

    private void report(JavaClass type, String where, Stream<JavaClass> named, ConditionEvents events) {
        named.map(JavaClass::getBaseComponentType)
                .filter(candidate -> !candidate.isPrimitive() && !allowed.test(candidate))
                .distinct()
                .forEach(leaked ->
                        events.add(SimpleConditionEvent.violated(type, where + " names " + leaked.getFullName())));
    }

    private static Stream<JavaClass> named(JavaMember member) {
        Set<JavaClass> types = member.getAllInvolvedRawTypes();
        return member instanceof JavaCodeUnit code
                ? Stream.concat(types.stream(), code.getExceptionTypes().stream())
                : types.stream();
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
