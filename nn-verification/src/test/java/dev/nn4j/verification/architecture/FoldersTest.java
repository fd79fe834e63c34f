// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A folder and a package are small enough to be looked through, and the name of a class says which one is meant. */
class FoldersTest {
    private static final int MOST_FILES = 25;
    private static final int MOST_PUBLIC_TYPES = 20;

    /** The services with all that they take and give: these are written against each other and read as one. */
    private static final Map<String, Integer> LARGER = Map.of("dev.nn4j.api", 24);

    private static final List<String> DESCRIPTORS = List.of("module-info.java", "package-info.java");

    @Test
    void noFolderOfMainSourcesHasMoreThanTwentyFiveFiles() throws IOException {
        assertThat(beyond(MOST_FILES, sources(), FoldersTest::folder)).isEmpty();
    }

    @Test
    void noExportedPackageHasMoreThanTwentyPublicTypes() {
        Map<String, Long> crowded = new TreeMap<>();
        for (String exported : exportedPackages()) {
            long types = BuiltClasses.in(exported).stream()
                    .filter(JavaClass::isTopLevelClass)
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .count();
            assertThat(types).as("public types of %s", exported).isPositive();
            if (types > LARGER.getOrDefault(exported, MOST_PUBLIC_TYPES)) {
                crowded.put(exported, types);
            }
        }
        assertThat(crowded).isEmpty();
    }

    @Test
    void noTwoTopLevelClassesHaveOneName() throws IOException {
        assertThat(beyond(1, classes(sources()), FoldersTest::name)).isEmpty();
    }

    @Test
    void aCrowdedFolderAndASharedNameAreFound() {
        List<Path> planted = new ArrayList<>();
        for (int i = 0; i <= MOST_FILES; i++) {
            planted.add(Path.of("crowded", "Class" + i + ".java"));
        }
        planted.add(Path.of("crowded", "package-info.java"));
        planted.add(Path.of("other", "package-info.java"));
        planted.add(Path.of("other", "Class0.java"));
        assertThat(beyond(MOST_FILES, planted, FoldersTest::folder))
                .containsOnly(Map.entry("crowded", MOST_FILES + 2L));
        assertThat(beyond(1, classes(planted), FoldersTest::name)).containsOnly(Map.entry("Class0.java", 2L));
    }

    /** How many sources have what, where there are more than allowed. */
    private static Map<String, Long> beyond(int most, List<Path> sources, Function<Path, String> what) {
        Map<String, Long> counts = sources.stream().collect(groupingBy(what, TreeMap::new, counting()));
        counts.values().removeIf(count -> count <= most);
        return counts;
    }

    private static String folder(Path source) {
        return source.getParent().toString();
    }

    private static String name(Path source) {
        return source.getFileName().toString();
    }

    private static List<Path> classes(List<Path> sources) {
        return sources.stream()
                .filter(source -> !DESCRIPTORS.contains(name(source)))
                .toList();
    }

    /** The main sources of every module of the build. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (BuiltModule module : BuiltModule.all()) {
            Path root = module.jar().getParent().resolveSibling("src/main/java");
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).as("main sources").hasSizeGreaterThan(500);
        return sources;
    }

    private static List<String> exportedPackages() {
        return BuiltModule.all().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .toList();
    }
}
