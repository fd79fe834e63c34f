// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.io.internal.proto.Feature;
import dev.nn4j.io.internal.proto.FeatureKind;
import dev.nn4j.io.internal.proto.Missing;
import dev.nn4j.io.internal.proto.MissingPolicy;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Param;
import dev.nn4j.io.internal.proto.Unseen;
import dev.nn4j.io.internal.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Metadata with nearly as many fields as there may be: refusing them takes memory in proportion to the file. */
class MetadataMemoryTest {
    private static final int MESSAGES = 160_000;
    private static final int TEXTS = 510_000;

    @TestFactory
    DynamicTest[] manyFieldsTakeNoMoreThanTheirShare() {
        return new DynamicTest[] {
            test("labels", TEXTS, (file, i) -> file.getPreprocessingBuilder().addClassLabels(name(i))),
            test("targets", TEXTS, (file, i) -> file.getPreprocessingBuilder().addTargets(name(i))),
            test("golden cells", TEXTS, (file, i) -> file.getGoldenBuilder().addCells("1")),
            test(
                    "categories",
                    TEXTS,
                    (file, i) -> file.getPreprocessingBuilder()
                            .getFeaturesBuilder(0)
                            .setKind(FeatureKind.CATEGORY)
                            .addCategories(name(i))),
            test(
                    "features",
                    MESSAGES,
                    (file, i) -> file.getPreprocessingBuilder()
                            .addFeatures(Feature.newBuilder().setName(name(i)).setKind(FeatureKind.NUMERIC))),
            test(
                    "features of categories",
                    MESSAGES / 2,
                    (file, i) -> file.getPreprocessingBuilder()
                            .addFeatures(Feature.newBuilder()
                                    .setName(name(i))
                                    .setKind(FeatureKind.CATEGORY)
                                    .setUnseen(Unseen.UNSEEN_ZEROS)
                                    .addCategories("a"))),
            test(
                    "features with gaps",
                    MESSAGES / 2,
                    (file, i) -> file.getPreprocessingBuilder()
                            .addFeatures(Feature.newBuilder()
                                    .setName(name(i))
                                    .setKind(FeatureKind.NUMERIC)
                                    .setMissing(Missing.newBuilder()
                                            .setPolicy(MissingPolicy.MEAN)
                                            .addFill(1)))),
            test(
                    "parameters",
                    MESSAGES,
                    (file, i) -> file.getNetworkBuilder()
                            .getLossBuilder()
                            .addParams(Param.newBuilder().setName(name(i)).setF64(i))),
        };
    }

    private static DynamicTest test(String what, int count, ObjIntConsumer<ModelFile.Builder> add) {
        return DynamicTest.dynamicTest(what, () -> ModelRoundTrip.run(file(count, add)));
    }

    private static byte[] file(int count, ObjIntConsumer<ModelFile.Builder> add) throws IOException {
        ModelFile.Builder file = golden();
        for (int i = 0; i < count; i++) {
            add.accept(file, i);
        }
        return Resealed.bytes(file, true);
    }

    private static ModelFile.Builder golden() throws InvalidProtocolBufferException {
        return ModelFile.parseFrom(GoldenModels.bytes("multi-class")).toBuilder();
    }

    /** All different, and ascending as far as their lengths are equal. */
    private static String name(int index) {
        int base = Character.MAX_RADIX;
        return Integer.toString(base * base * base * base + index, base);
    }
}
