// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.DatePart;
import dev.nn4j.io.internal.proto.Feature;
import dev.nn4j.io.internal.proto.MissingPolicy;
import dev.nn4j.io.internal.proto.Unseen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose lengths and checksums are right, and whose features contradict themselves. */
class FeatureRefusalTest {
    @TempDir
    Path folder;

    @Test
    void whatAFeatureSaysOfItselfMustFitItsKind() throws IOException {
        assertRefused(0, f -> f.addCategories("a"), "feature 'age': has categories, which its kind has not");
        assertRefused(0, f -> f.setUnseen(Unseen.UNSEEN_ZEROS), "feature 'age': has an unseen policy");
        assertRefused(1, f -> f.clearCategories(), "feature 'colour': lacks categories");
        assertRefused(1, f -> f.addCategories("red"), "feature 'colour': category: 'red' is listed twice");
        assertRefused(1, f -> f.addCategories("\u001b[2J"), "category '\\u001b[2J': control characters");
        assertRefused(1, f -> f.setUnseenValue(9), "feature 'colour': its unseen policy is unknown");
        assertRefused(1, f -> f.getMissingBuilder().setPolicyValue(0), "its missing policy is unknown");
        assertRefused(1, f -> f.getMissingBuilder().addFill(1), "own-category with the fill [1.0]");
        assertRefused(1, f -> f.getMissingBuilder().setIndicator(true), "an indicator needs mean");
        assertRefused(0, f -> f.getMissingBuilder().clearFill(), "median with the fill []");
        assertRefused(0, f -> f.getMissingBuilder().setFill(0, Float.NaN), "a fill must be finite, got [NaN]");
        assertRefused(0, f -> f.setRefusesMissing(true), "'age': refuses missing values and has a policy for them");
        assertRefused(
                2,
                f -> f.getMissingBuilder().setPolicy(MissingPolicy.MEAN),
                "feature 'town': missing values of a category cannot be mean with the fill [1.0]");
        assertRefused(5, f -> f.clearDateParts(), "feature 'joined': lacks date parts");
        assertRefused(5, f -> f.addDateParts(DatePart.YEAR), "parts must be at least one and differ");
        assertRefused(5, f -> f.addDatePartsValue(77), "feature 'joined': its date part is unknown");
        assertRefused(5, f -> f.clearDateOrder(), "feature 'joined': lacks a date order");
        assertRefused(
                1, f -> f.getNumberFormatBuilder().setDecimal(","), "'colour': has a number format, which its kind");
        assertRefused(0, f -> f.getNumberFormatBuilder().setDecimal(";"), "the decimal mark must be . or , but is ';'");
        assertRefused(0, f -> f.getNumberFormatBuilder().setDecimal("."), "the plain format must not be said");
        assertRefused(0, f -> f.getNumberFormatBuilder().setDecimal(",").setUnit("1"), "a unit has 1 to 16 characters");
        assertRefused(3, f -> f.addCategories("XL"), "describes 27 inputs by its features, the network has 26 inputs");
    }

    private void assertRefused(int index, Consumer<Feature.Builder> change, String problem) throws IOException {
        Path file = folder.resolve("model.nn");
        ModelFile.write(TestModels.mixed(), file);
        Forgery forgery = new Forgery(Files.readAllBytes(file))
                .preprocessing(preprocessing -> change.accept(preprocessing.getFeaturesBuilder(index)));
        Files.write(file, forgery.bytes());
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> ModelFile.read(file, TestModels.REGISTRY))
                .withMessageContaining(problem);
    }
}
