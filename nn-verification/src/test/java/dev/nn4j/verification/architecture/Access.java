// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** What a class may call, refer to or read, told by owner and name. */
final class Access {
    private Access() {}

    /**
     * Any access to a member of one of these names that is the class's or a subclass's. A name with {@code ()} means the
     * method without parameters alone.
     */
    static DescribedPredicate<JavaAccess<?>> to(Class<?> owner, String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + String.join("|", names),
                access -> access.getTargetOwner().isAssignableTo(owner) && isOneOf(wanted, access.getTarget()));
    }

    private static boolean isOneOf(Set<String> wanted, AccessTarget target) {
        boolean bare = target instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().isEmpty();
        return wanted.contains(target.getName()) || (bare && wanted.contains(target.getName() + "()"));
    }
}
