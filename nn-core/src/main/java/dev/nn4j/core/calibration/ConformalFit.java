// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.Model;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.conformal.LabelScores;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Scores rows that a model has not learnt from, by which it says how far its answers may be from the truth. All rows count
 * alike, but those that weigh nothing are left out.
 *
 * @since 0.1.0
 */
public final class ConformalFit {
    private final ConformalMethod method;

    /** By this method. */
    public ConformalFit(ConformalMethod method) {
        this.method = method;
    }

    /**
     * What a model is scored by where nothing is said: {@link ConformalMethod#ABSOLUTE} for numbers, or what their
     * {@linkplain ConformalMethod#of quantiles or deviations} allow, {@link ConformalMethod#LAC} for labels.
     */
    public static ConformalMethod usual(Schema schema) {
        return schema.task() == Task.REGRESSION ? ConformalMethod.of(schema.distribution()) : ConformalMethod.LAC;
    }

    /**
     * The scores of a model's answers.
     *
     * @param answers asks a model about the rows: {@code one -> Answers.of(one, table)}
     * @throws IllegalArgumentException if the method is for other answers, or no row weighs anything
     */
    public Conformal of(Model model, Function<Model, Answers> answers) {
        requireFits(model.schema());
        Answers whole = answers.apply(model);
        if (method != ConformalMethod.SPREAD) {
            return of(whole);
        }
        if (model.members() == 1) {
            throw new IllegalArgumentException(
                    "conformal: spread is for ensembles, this model is one network; take absolute");
        }
        List<Answers> members = new ArrayList<>();
        for (int member = 0; member < model.members(); member++) {
            members.add(answers.apply(model.member(member)));
        }
        return new SpreadScores(whole, members).conformal();
    }

    /**
     * The scores of answers, whoever gave them; not by {@link ConformalMethod#SPREAD}.
     *
     * @throws IllegalArgumentException if the method is for other answers, or no row weighs anything
     */
    public Conformal of(Answers answers) {
        requireFits(answers.schema());
        if (method == ConformalMethod.SPREAD) {
            throw new IllegalArgumentException(
                    "conformal: spread needs the answers of every network to the same rows; take absolute");
        }
        int[] rows = weighing(answers);
        return Conformal.of(method, method.isForNumbers() ? distances(answers, rows) : strangeness(answers, rows));
    }

    private void requireFits(Schema schema) {
        boolean several = schema.task() == Task.MULTILABEL;
        if (method.isForNumbers() != (schema.task() == Task.REGRESSION) || (several && method != ConformalMethod.LAC)) {
            throw new IllegalArgumentException("conformal: " + method.word() + " is for "
                    + (method.isForNumbers() ? "numbers" : several ? "one label of several" : "labels")
                    + ", this model is "
                    + schema.task().word() + "; take " + usual(schema).word());
        }
        if (!method.isFor(schema.distribution())) {
            throw new IllegalArgumentException("conformal: " + method.word()
                    + " is for models that were trained on the loss "
                    + (method == ConformalMethod.QUANTILES ? "quantiles" : "gaussian") + "; take "
                    + usual(schema).word());
        }
    }

    private List<float[]> distances(Answers answers, int[] rows) {
        List<float[]> scores = new ArrayList<>();
        for (int target = 0; target < answers.schema().outputs(); target++) {
            float[] each = new float[rows.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = up(distance(answers, rows[i], target));
            }
            scores.add(each);
        }
        return scores;
    }

    private double distance(Answers answers, int row, int target) {
        double truth = answers.target(row, target);
        if (method == ConformalMethod.QUANTILES) {
            int highest = answers.schema().distribution().outputs() - 1;
            return Math.max(answers.detail(row, target, 0) - truth, truth - answers.detail(row, target, highest));
        }
        double error = Math.abs(truth - answers.output(row, target));
        return method == ConformalMethod.DEVIATION
                ? error / Math.max(answers.detail(row, target, 1), Float.MIN_NORMAL)
                : error;
    }

    private List<float[]> strangeness(Answers answers, int[] rows) {
        LabelScores labels = new LabelScores(answers.schema(), method);
        if (answers.schema().task() == Task.MULTILABEL) {
            return strangenessOfEach(labels, answers, rows);
        }
        float[] each = new float[rows.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = labels.of(answers.outputs(rows[i]), 0)[answers.label(rows[i])];
        }
        return List.of(each);
    }

    private static List<float[]> strangenessOfEach(LabelScores labels, Answers answers, int[] rows) {
        List<float[]> scores = new ArrayList<>();
        for (int target = 0; target < answers.schema().outputs(); target++) {
            float[] each = new float[rows.length];
            for (int i = 0; i < each.length; i++) {
                int truth = answers.target(rows[i], target) == 1 ? 1 : 0;
                each[i] = labels.of(answers.outputs(rows[i]), 0, target)[truth];
            }
            scores.add(each);
        }
        return scores;
    }

    static int[] weighing(Answers answers) {
        int[] rows = new int[answers.rows()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (answers.weight(row) > 0) {
                rows[count++] = row;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("conformal: no row weighs anything");
        }
        return Arrays.copyOf(rows, count);
    }

    /** A score is never said to be less than it is; one beyond all floats is the greatest of them. */
    static float up(double score) {
        float rounded = (float) Math.min(score, Float.MAX_VALUE);
        return rounded < score && rounded < Float.MAX_VALUE ? Math.nextUp(rounded) : rounded;
    }
}
