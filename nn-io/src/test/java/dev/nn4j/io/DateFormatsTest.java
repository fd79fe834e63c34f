// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.io.internal.proto.DateOrder;
import dev.nn4j.io.internal.proto.FeatureKind;
import dev.nn4j.io.model.Forgery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates in formats of their own, in models and Java source. */
class DateFormatsTest {
    @TempDir
    private Path folder;

    private static Model formats() {
        return new GoldenModels(TestModels.REGISTRY).dateFormats();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        Model model = formats();
        Path file = written(model);
        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
        assertThat(ModelFile.read(file).schema()).isEqualTo(model.schema());
        assertThat(ModelFile.read(file).golden()).isEqualTo(model.golden());
    }

    @Test
    void onlyAFileWithDateFormatsAsksForReadersThatKnowThem() throws IOException {
        assertThat(Files.readString(written(formats()), StandardCharsets.ISO_8859_1))
                .contains("date-formats");
        for (Model model : TestModels.all().values()) {
            assertThat(Files.readString(written(model), StandardCharsets.ISO_8859_1))
                    .doesNotContain("date-formats");
        }
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(envelope -> envelope.clearRequiredFeatures()),
                "it has what its envelope must require and does not: date-formats");
        assertRefused(
                forgery -> forgery.preprocessing(
                        preprocessing -> preprocessing.getFeaturesBuilder(0).setDateFormat("yyyy-mm-dd")),
                "has a day without a month");
        assertRefused(
                forgery -> forgery.preprocessing(
                        preprocessing -> preprocessing.getFeaturesBuilder(0).setDateFormat("HH:mm")),
                "does not show year, weekday, days");
        assertRefused(
                forgery -> forgery.preprocessing(
                        preprocessing -> preprocessing.getFeaturesBuilder(0).setDateOrder(DateOrder.YEAR_MONTH_DAY)),
                "has a date order, which its kind has not");
        assertRefused(
                forgery -> forgery.preprocessing(
                        preprocessing -> preprocessing.getFeaturesBuilder(0).clearDateFormat()),
                "lacks a date order");
        assertRefused(
                forgery -> forgery.preprocessing(
                        preprocessing -> preprocessing.getFeaturesBuilder(0).setKind(FeatureKind.BOOLEAN)),
                "has a date format, which its kind has not");
    }

    private interface Change {
        void to(Forgery forgery) throws IOException;
    }

    private void assertRefused(Change change, String message) throws IOException {
        Path file = written(formats());
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
