// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.engine.EvaluationPass;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The score of the mean of several networks' outputs on rows, as they are joined in an ensemble. What each network makes of
 * the rows is computed once and kept where the rows are.
 */
public final class JointScore {
    private static final int ROWS_AT_ONCE = 4096;

    private final Monitor monitor;
    private final Loss loss;
    private final DataSet rows;
    private final TargetDistribution distribution;
    private final int answers;
    private final int width;
    private final Cancellation cancellation;
    private final LossJudge losses;
    private final WatchedScores scores;
    private final WordArray targets;
    private final List<WordArray> outputs = new ArrayList<>();

    /**
     * Of these rows.
     *
     * @param monitor which score of validation rows
     */
    public JointScore(Monitor monitor, Loss loss, DataSet rows, Cancellation cancellation) {
        this.monitor = monitor;
        this.loss = loss;
        this.rows = rows;
        this.distribution = loss.distribution();
        this.answers = rows.targetWidth();
        this.width = answers * distribution.outputs();
        this.cancellation = cancellation;
        this.losses = new LossJudge(rows, loss);
        this.scores = new WatchedScores(EnumSet.of(monitor), loss.targets(), rows, cancellation);
        this.targets = rows.newWords((long) rows.rows() * answers);
        readTargets();
    }

    private void readTargets() {
        DataSet.Reader reader = rows.newReader();
        float[] inputs = new float[Math.min(ROWS_AT_ONCE, rows.rows()) * rows.inputWidth()];
        float[] some = new float[Math.min(ROWS_AT_ONCE, rows.rows()) * answers];
        Cancellation.Walk walk = cancellation.newWalk();
        for (int first = 0; first < rows.rows(); first += ROWS_AT_ONCE) {
            walk.longStep();
            int count = Math.min(ROWS_AT_ONCE, rows.rows() - first);
            reader.read(first, count, inputs, some);
            targets.write((long) first * answers, some, 0, count * answers);
        }
    }

    /** Adds a network; the first is 0. */
    public void add(Network network) {
        WordArray own = rows.newWords((long) rows.rows() * width);
        Cancellation.Walk walk = cancellation.newWalk();
        new EvaluationPass(network.spec(), network.parameters(), loss).run(rows, 1, (first, count, some) -> {
            walk.longStep();
            own.write((long) first * width, some, 0, count * width);
        });
        outputs.add(own);
    }

    /** What the mean of some networks costs: their score, its sign turned where more is better. */
    public double cost(List<Integer> networks) {
        int most = Math.min(ROWS_AT_ONCE, rows.rows());
        float[] mean = new float[most * width];
        float[] some = new float[most * width];
        Cancellation.Walk walk = cancellation.newWalk();
        for (int first = 0; first < rows.rows(); first += most) {
            walk.longStep();
            int count = Math.min(most, rows.rows() - first);
            join(networks, first, count, mean, some);
            targets.read((long) first * answers, some, 0, count * answers);
            judge(first, count, mean, some);
        }
        return monitor.lessIsBetter() ? value() : -value();
    }

    private void judge(int first, int count, float[] details, float[] some) {
        int targetCount = count * answers;
        if (monitor.isScore()) {
            TargetParts.answers(distribution, details, targetCount, details);
            scores.judge(first, count, details, some);
            return;
        }
        if (distribution.outputs() > 1) {
            distribution.undescribe(details, targetCount);
            TargetParts.repeat(some, targetCount, distribution.outputs());
        }
        losses.judge(first, count, details, some);
    }

    /** Of what was judged last. */
    private double value() {
        if (monitor.isScore()) {
            return scores.values().getOrDefault(monitor, Double.NaN);
        }
        return monitor.judges(TargetKind.NUMBERS) ? losses.loss() : losses.accuracy();
    }

    /** As an ensemble joins them: added in their order, and the sum divided by their number. */
    private void join(List<Integer> networks, int first, int count, float[] mean, float[] some) {
        outputs.get(networks.get(0)).read((long) first * width, mean, 0, count * width);
        for (int network : networks.subList(1, networks.size())) {
            outputs.get(network).read((long) first * width, some, 0, count * width);
            for (int k = 0; k < count * width; k++) {
                mean[k] += some[k];
            }
        }
        float divisor = networks.size();
        for (int k = 0; k < count * width && networks.size() > 1; k++) {
            mean[k] /= divisor;
        }
        if (networks.size() > 1 && TargetParts.hasDistances(distribution)) {
            double[] squares = new double[count * width];
            for (int network : networks) {
                outputs.get(network).read((long) first * width, some, 0, count * width);
                TargetParts.addSquares(distribution, some, count * answers, mean, squares);
            }
            TargetParts.setDistances(distribution, squares, count * answers, networks.size(), mean);
        }
    }
}
