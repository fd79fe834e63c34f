// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a component wants to be called, and whether it may. */
final class RegistrationNames {
    private RegistrationNames() {}

    /** The name and the aliases, checked before any is claimed. */
    static List<String> of(Registration registration) {
        List<String> names = new ArrayList<>();
        try {
            names.add(registration.component().name());
            names.addAll(registration.component().aliases());
            registration.component().hyperparameters().values();
        } catch (Throwable e) { // even what its methods do not declare: Kotlin and Scala have no checked exceptions
            throw broken(registration, "", "fails when asked for its names and hyperparameters: " + e);
        }
        names.forEach(name -> checkName(registration, name));
        return names;
    }

    private static void checkName(Registration registration, @Nullable String name) {
        if (name == null || !ComponentName.isWellFormed(name)) {
            throw broken(
                    registration,
                    String.valueOf(name),
                    "a name must be kebab-case with a vendor's prefix, such as acme:swish, got '" + name + "'");
        }
        if (ComponentName.isBare(name) && !registration.origin().isBuiltIn()) {
            throw broken(
                    registration, name, "bare names are reserved for nn4j, got '" + name + "'; call it vendor:" + name);
        }
    }

    private static ComponentException broken(Registration registration, String name, String problem) {
        return new ComponentException(ComponentException.Reason.BROKEN, name, described(registration) + ": " + problem);
    }

    /** Its class and where that comes from. */
    static String described(Registration registration) {
        return registration.component().getClass().getName() + " in "
                + registration.origin().location();
    }
}
