// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.nn4j.verification.architecture.planted.ForeignLibrary;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nn4j has not written itself is used in one place each, so that it can be replaced there. */
class LibraryHomesTest {
    private static final String[] USED_ANYWHERE = {
        "java.io..",
        "java.lang..",
        "java.math..",
        "java.nio..",
        "java.security..",
        "java.text..",
        "java.time..",
        "java.util..",
        "dev.nn4j..",
        "org.jspecify.annotations.."
    };

    /** The packages of a library, or of a part of the JDK that not everyone needs, and those of nn4j that may use it. */
    private static final Map<String, String[]> HOMES = Map.ofEntries(
            Map.entry("dev.nn4j.io.internal.protobuf..", new String[] {
                "dev.nn4j.io.internal.model..",
                "dev.nn4j.io.internal.proto",
                "dev.nn4j.onnx.internal..",
                "dev.nn4j.report.tensorboard"
            }),
            Map.entry("de.siegmar.fastcsv..", new String[] {"dev.nn4j.io.internal.csv"}),
            Map.entry("jdk.incubator.vector..", new String[] {"dev.nn4j.vector.."}),
            Map.entry("jdk.jfr..", new String[] {"dev.nn4j.core.internal.flight"}),
            Map.entry("com.fasterxml.jackson..", new String[] {
                "dev.nn4j.config..",
                "dev.nn4j.report..",
                "dev.nn4j.serve..",
                "dev.nn4j.sources",
                "dev.nn4j.tune..",
                "dev.nn4j.cli.command.plugins"
            }),
            Map.entry("picocli..", new String[] {"dev.nn4j.cli.command..", "dev.nn4j.cli.line"}),
            Map.entry("me.tongfei.progressbar..", new String[] {"dev.nn4j.cli.progress"}),
            Map.entry("java.net..", new String[] {
                "dev.nn4j.core.internal.plugin",
                "dev.nn4j.core.registry",
                "dev.nn4j.jdbc.internal",
                "dev.nn4j.serve..",
                "dev.nn4j.cli.live"
            }),
            Map.entry("org.eclipse.jetty..", new String[] {"dev.nn4j.serve.internal.http"}),
            Map.entry("com.sun.net.httpserver..", new String[] {"dev.nn4j.cli.live"}),
            Map.entry("io.airlift.compress..", new String[] {"dev.nn4j.sources.."}),
            Map.entry("org.apache.arrow..", new String[] {"dev.nn4j.sources.arrow"}),
            Map.entry("com.google.flatbuffers..", new String[] {"dev.nn4j.sources.arrow"}),
            Map.entry("java.sql..", new String[] {"dev.nn4j.jdbc.."}),
            Map.entry("javax.imageio..", new String[] {"dev.nn4j.report.internal.plot"}),
            Map.entry("java.awt..", new String[] {"dev.nn4j.report.internal.plot"}),
            Map.entry("ch.qos.logback..", new String[] {"dev.nn4j.cli.logging"}),
            Map.entry("org.junit..", new String[] {"dev.nn4j.testkit.junit"}));

    /** The one library whose interface is for everyone who has something to say. */
    private static final String LOGGING = "org.slf4j..";

    static Stream<Arguments> homes() {
        return HOMES.entrySet().stream().map(home -> Arguments.of(home.getKey(), home.getValue()));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void aLibraryIsUsedInItsHomeAlone(String library, String[] home) {
        ArchRule rule = noClasses().should().dependOnClassesThat().resideInAPackage(library);
        Law.breachedBy(rule, BuiltClasses.in(home)).binds(BuiltClasses.outside(home));
    }

    @Test
    void everyLibraryHasAHome() {
        String[] known = Stream.of(Stream.of(USED_ANYWHERE), HOMES.keySet().stream(), Stream.of(LOGGING))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        ArchRule rule = classes().should().onlyDependOnClassesThat().resideInAnyPackage(known);
        Law.breachedBy(rule, ForeignLibrary.class).binds(BuiltClasses.all());
    }
}
