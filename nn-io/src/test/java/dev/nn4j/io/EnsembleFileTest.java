// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.io.internal.proto.Layer;
import dev.nn4j.io.internal.proto.LayerKind;
import dev.nn4j.io.internal.proto.Member;
import dev.nn4j.io.internal.proto.Network.Builder;
import dev.nn4j.io.internal.proto.TrainingState;
import dev.nn4j.io.model.Forgery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of several networks, in files. */
class EnsembleFileTest {
    private static final int TRAINING_SECTION = 5;

    @TempDir
    private Path folder;

    private static Model ensemble() {
        return new GoldenModels(TestModels.REGISTRY).ensemble();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void allItsNetworksComeBackInTheirOrderAndItPredictsTheSame() throws IOException {
        Model model = ensemble();
        Path file = written(model);
        Model read = ModelFile.read(file);

        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
        assertThat(read.members()).isEqualTo(3);
        for (int member = 0; member < 3; member++) {
            Network network = read.networks().get(member);
            assertThat(network.spec()).isEqualTo(model.networks().get(member).spec());
            assertThat(network.parameters())
                    .isEqualTo(model.networks().get(member).parameters());
        }
        assertThat(read.predict(0.5, -1).outputs())
                .isEqualTo(model.predict(0.5, -1).outputs());
        assertThat(ModelFile.toBytes(read)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void itIsDescribedMemberByMember() throws IOException {
        ModelDescription description = ModelFile.describe(written(ensemble()));

        assertThat(description.members())
                .extracting(
                        layers -> layers.stream().map(LayerDescription::kind).toList())
                .containsExactly(
                        List.of("dense", "dense"),
                        List.of("dense"),
                        List.of("dense", "batch-normalization", "activation", "dropout", "dense"));
        assertThat(description.layers()).isEqualTo(description.members().get(0));
        assertThat(description.parameterCount()).isEqualTo((9 + 8) + 6 + (12 + 8 + 10));
        assertThat(description.tensors())
                .extracting(TensorDescription::name)
                .startsWith("l0/weight", "l0/bias", "l1/weight", "l1/bias", "member/1/l0/weight", "member/1/l0/bias")
                .contains("member/2/l1/variance")
                .endsWith("pre/shift", "pre/scale", "target/shift", "target/scale", "golden/y");
    }

    /** Readers that were there before refuse it as too new: they would answer with one network of three. */
    @Test
    void onlyAFileWithSeveralNetworksAsksForReadersThatKnowThem() throws IOException {
        assertThat(Files.readString(written(ensemble()), StandardCharsets.ISO_8859_1))
                .contains("ensemble");
        for (Model model : TestModels.all().values()) {
            assertThat(Files.readString(written(model), StandardCharsets.ISO_8859_1))
                    .doesNotContain("ensemble");
        }
        assertThat(ModelFile.toBytes(ensemble().member(1)))
                .asString(StandardCharsets.ISO_8859_1)
                .doesNotContain("ensemble");
    }

    @Test
    void itsRequiredFeatureMustBeSaid() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(
                        envelope -> envelope.clearRequiredFeatures().addRequiredFeatures("activation-layers")),
                "it has what its envelope must require and does not: ensemble");
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(
                        change(network -> network.getMembersBuilder(0).clearLayers()),
                        "member 1: layers must be 1 to 10000, there are 0"),
                Arguments.of(
                        change(network ->
                                network.getMembersBuilder(0).getLayersBuilder(0).setOut(3)),
                        "member 1: it gives 3 outputs, the first network 2"),
                Arguments.of(
                        change(network ->
                                network.getMembersBuilder(0).getLayersBuilder(0).setIn(3)),
                        "member 1: layer 'l0': takes 3 inputs, what is before it gives 2"),
                Arguments.of(
                        change(network ->
                                network.getMembersBuilder(1).getLayersBuilder(1).setName("l0")),
                        "member 2: layer 'l0': the name is there twice"),
                Arguments.of(
                        change(network -> network.setMembers(
                                0,
                                Member.newBuilder()
                                        .addLayers(Layer.newBuilder()
                                                .setName("d")
                                                .setKind(LayerKind.LAYER_NORM)
                                                .setIn(2)
                                                .setOut(2)
                                                .addParams(network.getMembers(1)
                                                        .getLayers(1)
                                                        .getParams(0))))),
                        "member 1: there is no dense layer"),
                Arguments.of(
                        change(network -> network.addAllMembers(Collections.nCopies(1000, network.getMembers(0)))),
                        "network: members must be 1 to 1000, there are 1003"),
                Arguments.of(
                        change(network -> {
                            List<Layer> deep = Collections.nCopies(
                                    9_999, network.getMembers(0).getLayers(0));
                            network.getMembersBuilder(0).clearLayers().addAllLayers(deep);
                        }),
                        "network: layers of all members must be 1 to 10000, there are 10001"),
                Arguments.of(change(network -> network.removeMembers(1)), "its network calls for"));
    }

    private static Consumer<Builder> change(Consumer<Builder> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsItselfIsRefused(Consumer<Builder> change, String message) throws IOException {
        assertRefused(forgery -> forgery.network(change::accept), message);
    }

    @Test
    void aCheckpointIsOfOneNetwork() throws IOException {
        assertRefused(
                forgery -> forgery.add(
                        TRAINING_SECTION, TrainingState.getDefaultInstance().toByteArray()),
                "network: an ensemble is no checkpoint");
    }

    private interface Change {
        void to(Forgery forgery) throws IOException;
    }

    private void assertRefused(Change change, String message) throws IOException {
        Path file = written(ensemble());
        Forgery forgery = new Forgery(Files.readAllBytes(file));
        change.to(forgery);
        Files.write(file, forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOfSatisfying(
                        ModelFormatException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT))
                .hasMessageContaining(message);
    }
}
