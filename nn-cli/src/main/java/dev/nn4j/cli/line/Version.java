// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.line;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Which nn this is. */
final class Version {
    private Version() {}

    /** As {@code --version} prints it. */
    static String[] lines() {
        return new String[] {
            "nn " + number(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }

    private static String number() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("(a build without version)");
    }
}
