// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import dev.nn4j.verification.Built;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A jar of the build, and what its module descriptor says.
 *
 * @param jar the file
 * @param descriptor read from the jar; made up by the JDK and marked automatic where it has none
 */
record BuiltModule(Path jar, ModuleDescriptor descriptor) {
    /** The modules of the build. */
    static List<BuiltModule> all() {
        return Built.jars().values().stream().map(BuiltModule::of).toList();
    }

    private static BuiltModule of(Path jar) {
        Set<ModuleReference> found = ModuleFinder.of(jar).findAll();
        return new BuiltModule(jar, found.iterator().next().descriptor());
    }

    @Override
    public String toString() {
        return jar.getFileName().toString();
    }
}
