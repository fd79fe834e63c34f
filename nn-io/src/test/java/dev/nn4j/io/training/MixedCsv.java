// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A CSV with a column of every kind, gaps, an empty line and a cell of two lines, and experiments on it. */
public final class MixedCsv {
    private static final List<String> CITIES = List.of("Oslo", "Paris", "Rome", "Wien", "", "Bern\n(CH)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private MixedCsv() {}

    /** Writes so many rows, each with a time of its own. */
    public static Path write(Path file, int rows) throws IOException {
        RandomStream random = RandomStream.of(7, RandomStream.Purpose.SPLIT, 1, 1);
        StringBuilder csv = new StringBuilder("id,a,gap,often,city,seen,flag,w,yes,also,kind,y\n\n");
        for (int row = 0; row < rows; row++) {
            float a = random.nextFloat() * 4 - 2;
            float b = random.nextFloat();
            String city = row % 997 == 0 ? "Rare" + row : CITIES.get(random.nextInt(CITIES.size()));
            LocalDateTime time = LocalDateTime.of(2020, 1, 1, 0, 0).plusSeconds(row * 4721L);
            csv.append('r').append(row).append(',').append(a).append(',');
            csv.append(random.nextInt(9) == 0 ? "NA" : text(b)).append(',');
            csv.append(random.nextInt(5) == 0 ? "?" : Integer.toString(random.nextInt(4) - 1))
                    .append(',');
            csv.append('"').append(city).append("\",");
            csv.append(row % 31 == 0 ? "" : TIME.format(time)).append(',');
            csv.append(random.nextInt(2) == 0 ? "yes" : "no").append(',');
            csv.append(random.nextInt(4))
                    .append(',')
                    .append(random.nextInt(2))
                    .append(',')
                    .append(row % 3 / 2)
                    .append(',');
            csv.append(a + b > 1 ? "high" : a + b < -0.5 ? "low" : "middle").append(',');
            csv.append(text(a * b + random.nextFloat())).append('\n');
        }
        Files.writeString(file, csv);
        return file;
    }

    private static String text(float value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /** Reads every column but the targets and the weight; what it learns is still to be said. */
    public static ExperimentBuilder experiment() {
        return Experiment.builder(Trainings.REGISTRY)
                .ignore("id")
                .column("gap", number(MissingPolicy.MEDIAN).withIndicator())
                .column("often", number(MissingPolicy.MOST_FREQUENT))
                .column(
                        "city",
                        ColumnPlan.of(new FoundCategories(5, Unseen.RARE)).withMissing(MissingPolicy.OWN_CATEGORY))
                .column(
                        "seen",
                        ColumnPlan.of(new DateTimeKind(
                                        DateOrder.YEAR_MONTH_DAY,
                                        List.of(DatePart.DAYS, DatePart.HOUR, DatePart.SECOND)))
                                .withMissing(MissingPolicy.MEAN))
                .column("flag", ColumnPlan.of(new BooleanKind()))
                .scaling(Scaling.STANDARD)
                .optimizer("adam", 0.01)
                .training(options -> options.epochs(3).batchSize(64).seed(5));
    }

    private static ColumnPlan number(MissingPolicy policy) {
        return ColumnPlan.number().withMissing(policy);
    }
}
