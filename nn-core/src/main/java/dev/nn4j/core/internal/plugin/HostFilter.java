// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import dev.nn4j.api.Component;
import dev.nn4j.api.math.FloatMath;
import java.util.Objects;
import java.util.Set;

/**
 * What plugins see of the program that loads them: nn-api and the JDK. The platform loader alone would hide too little
 * as a parent: it also finds the classes of every module on the host's module path.
 */
final class HostFilter extends ClassLoader {
    private static final Set<String> API = Set.of(Component.class.getPackageName(), FloatMath.class.getPackageName());

    private final ClassLoader api = Objects.requireNonNull(Component.class.getClassLoader(), "loader of nn-api");
    private final ClassLoader platform = getPlatformClassLoader();

    HostFilter() {
        super("nn4j host", null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (API.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
            return api.loadClass(name);
        }
        Class<?> found = platform.loadClass(name);
        ClassLoader owner = found.getClassLoader();
        if (owner != null && owner != platform) {
            throw new ClassNotFoundException(name + " (it is the host's: plugins see only nn-api and the JDK)");
        }
        return found;
    }
}
