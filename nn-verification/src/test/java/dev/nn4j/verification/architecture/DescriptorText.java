// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A module descriptor as sorted lines, one statement to a line, so that a difference is one line. */
final class DescriptorText {
    private DescriptorText() {}

    static String of(ModuleDescriptor module) {
        String header = (module.isOpen() ? "open " : "") + "module " + module.name();
        Stream<String> statements = Stream.of(
                        module.requires().stream().map(DescriptorText::line),
                        module.exports().stream().map(DescriptorText::line),
                        module.opens().stream().map(DescriptorText::line),
                        module.uses().stream().map(service -> "uses " + service),
                        module.provides().stream().flatMap(DescriptorText::lines))
                .flatMap(lines -> lines)
                .sorted();
        return String.join("\n", Stream.concat(Stream.of(header), statements).toList()) + "\n";
    }

    private static String line(Requires requires) {
        return "requires " + words(requires.modifiers()) + requires.name();
    }

    private static String line(Exports exports) {
        return "exports " + words(exports.modifiers()) + exports.source() + to(exports.targets());
    }

    private static String line(Opens opens) {
        return "opens " + words(opens.modifiers()) + opens.source() + to(opens.targets());
    }

    private static Stream<String> lines(Provides provides) {
        return provides.providers().stream().map(provider -> "provides " + provides.service() + " with " + provider);
    }

    /** The modifiers that a person can write. */
    private static String words(Collection<? extends Enum<?>> modifiers) {
        StringBuilder words = new StringBuilder();
        modifiers.stream()
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                .filter(word -> !word.equals("mandated") && !word.equals("synthetic"))
                .sorted()
                .forEach(word -> words.append(word).append(' '));
        return words.toString();
    }

    private static String to(Set<String> targets) {
        return targets.isEmpty() ? "" : " to " + String.join(", ", new TreeSet<>(targets));
    }
}
