// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What robust scaling is for: cells that are wrong by a factor of ten. */
class RobustTrainingTest {
    private static final long SEED = 20261130;

    private static Experiment experiment(Scaling inputs, Scaling targets) {
        return Experiment.builder()
                .target("price")
                .scaling(inputs)
                .targetScaling(targets)
                .dense(8, "relu")
                .dense(1, "identity")
                .loss("mean-squared-error")
                .optimizer("adam", 0.02)
                .training(training -> training.epochs(40).batchSize(16).seed(3))
                .build();
    }

    /** Sizes around 5.7, as diamonds have; the price goes with them. */
    private static Table diamonds(Experiment experiment, String... wild) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> lines = new ArrayList<>(List.of(wild));
        for (int i = 0; i < 300; i++) {
            double x = 5 + random.nextDouble() * 1.4;
            double y = x + random.nextDouble() * 0.1;
            lines.add(x + "," + y + "," + (300 * x * y + random.nextDouble()));
        }
        return Tables.of(experiment::cellType, "x,y,price", lines.toArray(String[]::new));
    }

    /** How far a row's answer moves if its y is 31.8, as one diamond's is, in units of the prices' range. */
    private static double movedBy(Scaling scaling) {
        Experiment experiment = experiment(scaling, Scaling.STANDARD);
        Model model = Training.of(experiment).run(diamonds(experiment)).model();
        double range = 300 * (6.4 * 6.5 - 5 * 5);
        return Math.abs(model.predict(5.7f, 31.8f).number()
                        - model.predict(5.7f, 5.75f).number())
                / range;
    }

    @Test
    void oneWildCellMovesItsPredictionNoLongerFar() {
        double robust = movedBy(Scaling.ROBUST_SMOOTH);
        double standard = movedBy(Scaling.STANDARD);
        assertThat(robust).as("seed %d, against %s", SEED, standard).isLessThan(0.5);
        assertThat(standard).as("seed %d", SEED).isGreaterThan(3);
    }

    @Test
    void wildCellsAmongTheTrainingRowsHardlyChangeTheScaling() {
        Experiment experiment = experiment(Scaling.ROBUST, Scaling.ROBUST);
        Model clean = Training.of(experiment).run(diamonds(experiment)).model();
        Model wild = Training.of(experiment)
                .run(diamonds(experiment, "5.7,31.8,9000", "5.7,58.9,9000"))
                .model();
        assertThat(wild.inputScaler().scale()[1] / clean.inputScaler().scale()[1])
                .isBetween(0.98f, 1.02f);
        assertThat(wild.targetScaler().scale()[0] / clean.targetScaler().scale()[0])
                .isBetween(0.98f, 1.02f);
    }

    @Test
    void aRobustTargetComesBackInItsOwnUnits() {
        Experiment experiment = experiment(Scaling.ROBUST_SMOOTH, Scaling.ROBUST);
        Model model = Training.of(experiment).run(diamonds(experiment)).model();
        assertThat(model.targetScaler().scaling()).isEqualTo(Scaling.ROBUST);
        assertThat(model.predict(5.7f, 5.75f).number()).isBetween(9000.0, 10_600.0);
    }

    @Test
    void aConstantTargetIsOnlyShifted() {
        Experiment experiment = experiment(Scaling.NONE, Scaling.ROBUST);
        Model model = Training.of(experiment)
                .run(Tables.of(experiment::cellType, "x,price", "1,7", "2,7", "3,7"))
                .model();
        assertThat(model.targetScaler().shift()).containsExactly(7);
        assertThat(model.targetScaler().scale()).containsExactly(1);
    }

    @Test
    void targetsAreNotBent() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> experiment(Scaling.STANDARD, Scaling.ROBUST_SMOOTH))
                .withMessage(
                        "preprocessing.targetScaling: cannot be robust-smooth, which bends numbers to within bounds"
                                + " from which answers do not come back; use \"robust\" or \"standard\"");
    }
}
