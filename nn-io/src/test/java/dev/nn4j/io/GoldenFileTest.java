// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Experiment;
import dev.nn4j.core.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files written once, as {@link TestModels} were then, and read ever since: every format version that was released stays
 * readable and gives the same bits. Until version 1 is frozen they may be written anew with a change of the format.
 */
class GoldenFileTest {
    @BeforeAll
    static void writeIfAsked() throws IOException {
        GoldenFiles.writeIfAsked();
    }

    static Set<String> kinds() {
        return TestModels.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFileOfFormatVersion1IsReadAndGivesTheSameBits(String kind) throws IOException {
        Path file = GoldenFiles.model(kind);
        Model model = ModelFile.read(file, TestModels.REGISTRY);
        ModelVerification verification = ModelFile.verify(file, TestModels.REGISTRY);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.goldenRows()).isEqualTo(3);
        assertThat(model.schema()).isEqualTo(TestModels.all().get(kind).schema());
        assertThat(model.network().spec())
                .isEqualTo(TestModels.all().get(kind).network().spec());
        assertThat(ModelFile.describe(file).formatVersion()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itPredictsWhatIsWrittenBesideIt(String kind) throws IOException {
        Model model = ModelFile.read(GoldenFiles.model(kind), TestModels.REGISTRY);

        assertThat(GoldenFiles.predictionsOf(model)).isEqualTo(Files.readString(GoldenFiles.predictions(kind)));
    }

    @Test
    void aCheckpointOfFormatVersion1IsReadAndItsTrainingGoesOnToTheSameBits() throws IOException {
        Experiment experiment = Trainings.everyRespect();
        Table table = Trainings.table(experiment, 1);
        Checkpoint read = CheckpointFile.read(GoldenFiles.checkpoint(), TestModels.REGISTRY);

        assertThat(Training.resume(read).run(table).model().network().parameters())
                .isEqualTo(Training.of(experiment).run(table).model().network().parameters());
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
