// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** examples/spring-boot: one executable jar in which nn4j's jars and the model lie, read by class loaders of its own kind. */
class SpringBootTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void theExecutableJarStartsAndAnswersWithAModelThatLiesInIt() throws IOException, InterruptedException {
        assumeFalse(
                System.getProperty("nn.maven.offline").contains("true"), "Maven is offline: Spring Boot cannot be had");
        OutsideProject project = OutsideProject.ofExample("spring-boot");
        Nn build = project.mavenWithDownloads("package");
        assertThat(build.exit()).as(build.out()).isZero();

        // Elsewhere, and with nothing around it: only what lies in the jar can be found.
        Path jar = Files.move(
                project.built("spring-boot-1.0.0.jar"),
                Files.createDirectories(project.folder().resolve("an other place"))
                        .resolve("app!.jar"));
        Nn run = Nn.run(jar.getParent(), List.of(JAVA, "-jar", jar.toString()));
        Nn vectors =
                Nn.run(jar.getParent(), List.of(JAVA, "--add-modules", "jdk.incubator.vector", "-jar", jar.toString()));

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).matches("versicolor with probability 0\\.[5-9]\\d*\n");
        assertThat(vectors.out()).as("the same bits").isEqualTo(run.out());
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertThat(Files.readString(Built.examples().resolve("spring-boot/pom.xml")))
                .contains("<nn4j.version>" + System.getProperty("nn.version") + "</nn4j.version>");
    }
}
