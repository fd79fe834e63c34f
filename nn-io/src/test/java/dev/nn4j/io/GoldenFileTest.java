// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ComponentException;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.internal.protobuf.DescriptorProtos.DescriptorProto;
import dev.nn4j.io.internal.protobuf.DescriptorProtos.EnumDescriptorProto;
import dev.nn4j.io.internal.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.nn4j.io.model.Forgery;
import dev.nn4j.io.training.Trainings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files written once, as {@link GoldenModels} were then, and read ever since: every format version that was released stays
 * readable and gives the same bits. The files are for ever; new ones may join them.
 */
class GoldenFileTest {
    /**
     * Weights that the golden checkpoints lead to. They were made when shares of weights and divisions of rows were others,
     * so a training from the beginning ends elsewhere now; {@code ResumeMatrixTest} compares those of one version.
     */
    private static final Map<String, String> RESUMED = Map.of(
            "checkpoint", "12499a117a4add1a69d19688a3519b27db0bbff67b9ff98d1fb4cc0903f74106",
            "checkpoint-member", "dfe1dca3910f2564c40c81ad8c2b803e047b1c1445e936446ef9029a56fba759",
            "checkpoint-quantiles", "83cc3f140f158a8f60b2f222efff1fe6c00218ac154e2ab57a41352527dd9e30",
            "checkpoint-normalized", "2b2132cb4236cdec15b715c2052692ecdf1d4f6583cd26a583249593431bf967",
            "checkpoint-plugin", "b93f2df887ed66e38598451985a670f306166303c0e5ebd1c339a1c6e84cb7c6");

    private static ComponentRegistry registry;

    @BeforeAll
    static void makeThePluginAndWriteIfAsked(@TempDir Path folder) throws IOException, InterruptedException {
        registry = ComponentRegistry.builder()
                .addProviders(ComponentRegistry.class.getClassLoader())
                .addPlugins(List.of(GoldenPlugin.in(folder)))
                .build();
        GoldenFiles.writeIfAsked(registry);
    }

    static Set<String> kinds() {
        return new GoldenModels(registry).all().keySet();
    }

    static List<String> kindsWithGoldenRows() {
        return kinds().stream()
                .filter(kind -> !expected(kind).golden().equals(GoldenRows.none()))
                .toList();
    }

    static Set<String> checkpoints() {
        return Trainings.golden().keySet();
    }

    private static Model expected(String kind) {
        return new GoldenModels(registry).all().get(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFileOfFormatVersion1IsReadAndGivesTheSameBits(String kind) throws IOException {
        Path file = GoldenFiles.model(kind);
        Model model = ModelFile.read(file, registry);
        ModelVerification verification = ModelFile.verify(file, registry);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.goldenRows()).isEqualTo(kindsWithGoldenRows().contains(kind) ? 3 : 0);
        assertThat(model.schema()).isEqualTo(expected(kind).schema());
        assertThat(model.networks()).hasSameSizeAs(expected(kind).networks());
        for (int member = 0; member < model.members(); member++) {
            Network found = model.networks().get(member);
            Network wanted = expected(kind).networks().get(member);
            assertThat(found.spec()).isEqualTo(wanted.spec());
            assertThat(found.parameters()).isEqualTo(wanted.parameters());
        }
        assertThat(model.provenance()).isEqualTo(expected(kind).provenance());
        assertThat(model.profile()).isEqualTo(expected(kind).profile());
        assertThat(ModelFile.describe(file).formatVersion()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kindsWithGoldenRows")
    void itPredictsWhatIsWrittenBesideIt(String kind) throws IOException {
        Model model = ModelFile.read(GoldenFiles.model(kind), registry);

        assertThat(GoldenFiles.predictionsOf(model)).isEqualTo(Files.readString(GoldenFiles.predictions(kind)));
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void aCheckpointOfFormatVersion1IsReadAndItsTrainingGoesOnToTheSameBits(String kind) throws IOException {
        Experiment experiment = Trainings.golden().get(kind);
        Table table = Trainings.table(experiment, 1);
        Checkpoint read = CheckpointFile.read(GoldenFiles.model(kind), Trainings.REGISTRY);

        assertThat(sha256(Training.resume(read).run(table).model().networks())).isEqualTo(RESUMED.get(kind));
    }

    private static String sha256(List<Network> networks) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES
                * networks.stream().mapToInt(one -> one.parameters().length).sum());
        FloatBuffer floats = bytes.asFloatBuffer();
        networks.forEach(one -> floats.put(one.parameters()));
        return HexFormat.of().formatHex(Forgery.sha256(bytes.array()));
    }

    @Test
    void aPluginsComponentIsDescribedWithoutIt() throws IOException {
        ComponentDescription bent = ModelFile.describe(GoldenFiles.model("plugin"))
                .layers()
                .get(0)
                .activation()
                .orElseThrow();

        assertThat(bent)
                .isEqualTo(new ComponentDescription(
                        "acme:bent",
                        Map.of("slope", 0.25, "times", 3L, "turned", true, "side", "right"),
                        "golden-plugin",
                        "2.3.4",
                        GoldenPlugin.URL));
        assertThatThrownBy(() -> ModelFile.read(GoldenFiles.model("plugin")))
                .isInstanceOf(ComponentException.class)
                .hasMessageContaining("'acme:bent' from 'golden-plugin' 2.3.4, to be had at " + GoldenPlugin.URL);
    }

    /** One that is not as it was is no golden file any more: take it back, and let the change come with a file of its own. */
    @Test
    void theFilesAreThoseThatWereFrozen() throws IOException {
        SortedMap<String, String> committed = GoldenFiles.digests();

        assertThat(GoldenFiles.frozen()).containsExactlyElementsOf(committed.keySet());
        for (Map.Entry<String, String> file : committed.entrySet()) {
            assertThat(GoldenFiles.digest(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
        }
    }

    /** Fields and values may come; none may go, or get another number or type. */
    @Test
    void theSchemaHasAllOfVersion1AsItWas() throws IOException {
        FileDescriptorSet frozen = FileDescriptorSet.parseFrom(Files.readAllBytes(GoldenFiles.frozenSchema()));

        assertThat(lines(GoldenFiles.schema())).containsAll(lines(frozen));
    }

    @Test
    void theSchemaIsTheCommittedOne() throws IOException {
        FileDescriptorSet committed = FileDescriptorSet.parseFrom(Files.readAllBytes(GoldenFiles.descriptorSet()));

        assertThat(lines(GoldenFiles.schema())).containsExactlyElementsOf(lines(committed));
        assertThat(GoldenFiles.schema()).isEqualTo(committed);
    }

    /** Every field and value with its number and type. */
    private static List<String> lines(FileDescriptorSet schema) {
        List<String> lines = new ArrayList<>();
        for (DescriptorProto message : schema.getFile(0).getMessageTypeList()) {
            message.getFieldList()
                    .forEach(field -> lines.add(message.getName() + "." + field.getName() + " = " + field.getNumber()
                            + " " + field.getLabel() + " " + field.getType() + field.getTypeName()));
        }
        for (EnumDescriptorProto type : schema.getFile(0).getEnumTypeList()) {
            type.getValueList()
                    .forEach(value -> lines.add(type.getName() + "." + value.getName() + " = " + value.getNumber()));
        }
        return lines;
    }

    @Test
    void theWalkInTheSpecificationIsThatOfTheSmallestGoldenFile() throws IOException {
        assertThat(ModelWalk.in(ModelWalk.PAGE))
                .isEqualTo(ModelWalk.ofTheSmallest().text());
    }
}
