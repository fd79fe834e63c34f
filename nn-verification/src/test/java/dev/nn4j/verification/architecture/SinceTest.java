// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader of the documentation sees of every public type since which version there is one. */
class SinceTest {
    /** The first public type of a file, with its annotations. */
    private static final Pattern TYPE = Pattern.compile("(?m)^(@\\w+(\\(.*\\))?\\R)*public ");

    private static final Pattern SINCE = Pattern.compile("(?m)^ \\* @since \\d+\\.\\d+\\.\\d+$");

    @Test
    void everyPublicTypeOfAnExportedPackageSaysSinceWhen() throws IOException {
        List<Path> exported = exportedSources();
        assertThat(exported).as("sources of exported packages").hasSizeGreaterThan(200);

        List<String> silent = new ArrayList<>();
        for (Path source : exported) {
            String text = Files.readString(source);
            Matcher type = TYPE.matcher(text);
            if (type.find() && !saysSince(text.substring(0, type.start()))) {
                silent.add(Built.repository().relativize(source).toString());
            }
        }
        assertThat(silent).as("public types without @since in their Javadoc").isEmpty();
    }

    @Test
    void aTypeWithoutItIsFound() {
        assertThat(saysSince("/** Old.\n *\n * @since 0.1.0\n */\nfinal class Old {}\n\n/** New. */\n"))
                .isFalse();
        assertThat(saysSince("/**\n * New.\n *\n * @since 0.1.0\n */\n")).isTrue();
    }

    /** Whether the comment that stands last in what comes before a type has it. */
    private static boolean saysSince(String before) {
        int comment = before.lastIndexOf("/**");
        return comment >= 0 && SINCE.matcher(before.substring(comment)).find();
    }

    private static List<Path> exportedSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (BuiltModule module : BuiltModule.all()) {
            Path root = module.jar().getParent().resolveSibling("src/main/java");
            for (Exports exports : module.descriptor().exports()) {
                Path folder = root.resolve(exports.source().replace('.', '/'));
                if (!exports.isQualified() && Files.isDirectory(folder)) {
                    sources.addAll(sourcesIn(folder));
                }
            }
        }
        return sources;
    }

    private static List<Path> sourcesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }
}
