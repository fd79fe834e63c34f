// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Under which name and version a model is served.
 *
 * @param name in addresses
 * @param version the default, {@code 1}, where the file says none
 */
public record ModelName(String name, String version) implements Comparable<ModelName> {
    private static final String ALLOWED = "[A-Za-z0-9][A-Za-z0-9._ -]*";
    private static final Comparator<ModelName> ORDER = Comparator.comparing(ModelName::name)
            .thenComparing(one -> one.version().length())
            .thenComparing(ModelName::version);

    /** Refuses what no address can hold. */
    public ModelName {
        if (!name.matches(ALLOWED) || !version.matches(ALLOWED)) {
            throw new IllegalArgumentException("'" + name + "', version '" + version
                    + "': a name must begin with a letter or digit and hold letters, digits, '.', '_', '-' and blanks"
                    + " alone; rename the file");
        }
    }

    /** That of a file: its name without its ending, and behind {@code @} the version. */
    public static ModelName of(Path file) {
        Path last = file.getFileName();
        String text = last == null ? file.toString() : last.toString();
        int dot = text.lastIndexOf('.');
        String name = dot > 0 ? text.substring(0, dot) : text;
        int at = name.lastIndexOf('@');
        return at > 0 ? new ModelName(name.substring(0, at), name.substring(at + 1)) : new ModelName(name, "1");
    }

    /** By name, then by version: shorter ones first, so that 9 comes before 10. */
    @Override
    public int compareTo(ModelName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }
}
