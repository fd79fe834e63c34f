// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Maven Central asks of a pom, and what the two poms without code promise. */
class PublishedPomsTest {
    /** Not libraries: what is built against them would be built against an application, or against nothing. */
    private static final List<String> NOT_IN_THE_BOM = List.of("nn-bom", "nn-cli");

    @Test
    void everyPublishedPomSaysWhatItIs() throws Exception {
        List<String> descriptions = new ArrayList<>();
        for (Pom pom : published()) {
            assertThat(pom.texts("/project/name")).as(pom.module()).hasSize(1);
            descriptions.addAll(pom.texts("/project/description"));
        }
        assertThat(descriptions).hasSameSizeAs(published()).doesNotHaveDuplicates();
    }

    @Test
    void theParentSaysWhoseItIsAndWhereItLives() throws Exception {
        Pom parent = Pom.of("");
        assertThat(parent.texts("/project/licenses/license/name")).containsExactly("Apache-2.0");
        assertThat(parent.texts("/project/developers/developer/roles/role")).isNotEmpty();
        assertThat(parent.texts("/project/scm/*")).hasSize(3).doesNotContain("");
        assertThat(parent.texts("/project/url")).hasSize(1);
    }

    @Test
    void theBomNamesEveryPublishedLibrary() throws Exception {
        List<String> libraries = new ArrayList<>();
        for (Pom pom : published()) {
            libraries.add(pom.module());
        }
        libraries.removeAll(NOT_IN_THE_BOM);
        assertThat(Pom.of("nn-bom").texts("//dependencyManagement//artifactId"))
                .containsExactlyInAnyOrderElementsOf(libraries);
    }

    /** The build's own libraries and their versions are no business of who imports it. */
    @Test
    void thePublishedBomHasNoParent() throws Exception {
        Path flattened = Built.repository().resolve("nn-bom/.flattened-pom.xml");
        assertThat(flattened)
                .content()
                .contains("<artifactId>nn-api</artifactId>")
                .doesNotContain("<parent>");
        assertThat(flattened).content().doesNotContain("jackson").doesNotContain("<properties>");
    }

    @Test
    void oneDependencyBringsAllThatTrainsAndPredicts() throws Exception {
        assertThat(Pom.of("nn4j").texts("/project/dependencies/dependency/artifactId"))
                .containsExactly(
                        "nn-core",
                        "nn-activations",
                        "nn-losses",
                        "nn-optim",
                        "nn-io",
                        "nn-onnx",
                        "nn-export",
                        "nn-vector");
    }

    private static List<Pom> published() throws Exception {
        List<Pom> poms = new ArrayList<>();
        for (String module : Pom.of("").texts("/project/modules/module")) {
            Pom pom = Pom.of(module);
            if (!pom.isPrivate()) {
                poms.add(pom);
            }
        }
        assertThat(poms)
                .isNotEmpty()
                .allMatch(pom -> Files.exists(Built.repository().resolve(pom.module())));
        return poms;
    }
}
