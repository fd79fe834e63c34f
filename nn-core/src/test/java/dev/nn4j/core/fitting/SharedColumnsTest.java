// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that are fitted, scaled, checked and described on several threads come out as on one. */
class SharedColumnsTest {
    private static final long SEED = 20261201;
    /** Enough cells for them to be shared. */
    private static final int ROWS = 30_000;

    private static Experiment experiment(Scaling scaling) {
        return Experiment.builder()
                .target("t")
                .column("colour", ColumnPlan.of(new FoundCategories(0, Unseen.RARE)))
                .column(
                        "gaps",
                        ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator())
                .column("means", ColumnPlan.number().withMissing(MissingPolicy.MEAN))
                .scaling(scaling)
                .optimizer("adam", 0.01)
                .dense(4, "relu")
                .dense(1, "sigmoid")
                .training(training -> training.epochs(1)
                        .batchSize(1024)
                        .validationFraction(0.1)
                        .profile(true)
                        .seed(3))
                .build();
    }

    private static Table table(Experiment experiment) {
        SplittableRandom random = new SplittableRandom(SEED);
        String[] colours = {"red", "green", "blue", "grey"};
        String[] lines = new String[ROWS];
        for (int r = 0; r < ROWS; r++) {
            double x = random.nextDouble() * 200 - 100;
            lines[r] = colours[random.nextInt(4)] + "," + (random.nextInt(9) == 0 ? "" : Integer.toString(r % 70)) + ","
                    + (random.nextInt(9) == 0 ? "" : Float.toString(random.nextFloat())) + "," + x + "," + 7 + ","
                    + (10_000_000_000L + r) + "," + x + "," + (x > 3 ? "yes" : "no");
        }
        return Tables.of(experiment::cellType, "colour,gaps,means,x,same,number,again,t", lines);
    }

    private record Fitted(List<String> findings, Model model) {}

    private static Fitted fitted(Experiment experiment, Table table, int threads) {
        List<String> findings = new ArrayList<>();
        Model model = Training.of(experiment)
                .withExecution(new Execution(threads, KernelChoice.SCALAR))
                .withListener(new TrainingListener() {
                    @Override
                    public void dataPrepared(Schema schema, Table rows) {
                        assertThat(rows.threads()).isEqualTo(threads);
                        findings.addAll(DataLint.of(schema, rows));
                    }
                })
                .run(table)
                .model();
        return new Fitted(findings, model);
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void everythingIsTheSame(Scaling scaling) {
        Experiment experiment = experiment(scaling);
        Table table = table(experiment);
        Fitted alone = fitted(experiment, table, 1);
        assertThat(alone.findings)
                .as("seed " + SEED)
                .anyMatch(finding -> finding.contains("'same'"))
                .anyMatch(finding -> finding.contains("'number'"))
                .anyMatch(finding -> finding.contains("'x' and 'again'"));
        for (int threads : new int[] {2, 3, 5}) {
            Fitted shared = fitted(experiment, table, threads);
            assertThat(shared.findings).isEqualTo(alone.findings);
            assertThat(shared.model.schema()).isEqualTo(alone.model.schema());
            assertThat(shared.model.profile()).isEqualTo(alone.model.profile());
            assertThat(shared.model.inputScaler()).isEqualTo(alone.model.inputScaler());
            assertThat(shared.model.network().parameters())
                    .isEqualTo(alone.model.network().parameters());
        }
    }
}
