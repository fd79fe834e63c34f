// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** With the order "content" no bit of a model depends on the order in which rows come. */
class ContentTrainingTest {
    private static Experiment experiment(UnaryOperator<TrainingOptionsBuilder> change) {
        return Experiment.builder()
                .target("outcome")
                .column("kind", ColumnPlan.of(new FoundCategories(0, Unseen.ERROR)))
                .scaling(Scaling.STANDARD)
                .dense(5, "tanh")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.01)
                .training(options -> change.apply(options.epochs(3).seed(9).order("content")))
                .build();
    }

    private static List<Object[]> rows(int count) {
        Random random = new Random(4);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = Math.rint(random.nextGaussian() * 64) / 16;
            String kind = "k" + random.nextInt(4);
            rows.add(new Object[] {x, kind, x > 0.5 ^ kind.equals("k1") ? "yes" : "no"});
        }
        return rows;
    }

    private static TrainingResult train(Experiment experiment, List<Object[]> rows, int threads) {
        List<String> columns = List.of("x", "kind", "outcome");
        var table = Table.builder(
                "rows", columns, columns.stream().map(experiment::cellType).toList());
        rows.forEach(table::addValues);
        return Training.of(experiment)
                .withExecution(new Execution(threads, KernelChoice.AUTO))
                .run(table.build());
    }

    private static void assertSameBitsInAnyOrder(Experiment experiment, int count) {
        List<Object[]> rows = rows(count);
        TrainingResult expected = train(experiment, rows, 1);
        Collections.shuffle(rows, new Random(1));
        TrainingResult other = train(experiment, rows, 2);
        assertThat(Bits.hash(other.model().network().parameters()))
                .isEqualTo(Bits.hash(expected.model().network().parameters()));
        assertThat(other.model().schema()).isEqualTo(expected.model().schema());
        assertThat(other.model().golden()).isEqualTo(expected.model().golden());
        assertThat(other.validation().map(Table::rows))
                .isEqualTo(expected.validation().map(Table::rows));
    }

    @Test
    void smallBatches() {
        assertSameBitsInAnyOrder(experiment(options -> options.batchSize(32)), 700);
        assertSameBitsInAnyOrder(experiment(options -> options.batchSize(32).validationFraction(0.2)), 700);
    }

    @Test
    void batchesOfWholeBlocks() {
        assertSameBitsInAnyOrder(experiment(options -> options.batchSize(2 * 4096)), 5 * 4096 + 100);
    }

    @Test
    void shards() {
        assertSameBitsInAnyOrder(
                experiment(options -> options.batchSize(64).shards(2).validationFraction(0.1)), 3 * 4096 + 10);
    }

    @Test
    void columnsFittedToTheFirstRows() {
        Experiment few = experiment(options -> options.batchSize(64).fitRows(300));
        assertSameBitsInAnyOrder(few, 700);
        assertThat(train(few, rows(700), 1).model().inputScaler())
                .isNotEqualTo(train(experiment(options -> options.batchSize(64)), rows(700), 1)
                        .model()
                        .inputScaler());
        assertThat(train(experiment(options -> options.fitRows(5000)), rows(300), 1)
                        .model()
                        .inputScaler())
                .isEqualTo(train(experiment(options -> options), rows(300), 1)
                        .model()
                        .inputScaler());
    }
}
