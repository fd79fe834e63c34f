// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a classification's probabilities are worth: curves of each class, calibration, distribution. */
public final class Probabilities {
    /** Distances between the points of a curve. */
    private static final int STEPS = 200;

    private static final int BINS = 20;
    /** More lines than these nobody tells apart. */
    private static final int MOST_CURVES = 6;

    private final Answers answers;
    private final Schema schema;

    public Probabilities(Answers answers) {
        this.answers = answers;
        this.schema = answers.schema();
    }

    public JsonMembers json() {
        return JsonMembers.none()
                .with("classes", outputs().length)
                .with("curves", curves())
                .with("calibration", calibration().json())
                .with("scores", scores());
    }

    private int[] outputs() {
        return IntStream.range(0, schema.outputs()).toArray();
    }

    private String name(int output) {
        return switch (schema.task()) {
            case BINARY -> schema.labels().get(schema.positiveClass());
            case MULTICLASS -> schema.labels().get(output);
            case MULTILABEL, REGRESSION -> schema.targets().get(output);
        };
    }

    /** One against the rest; of many classes those that are found worst. */
    private List<JsonMembers> curves() {
        record Ranked(int output, RankedScores scores, double averagePrecision) {}
        List<Ranked> ranked = new ArrayList<>();
        for (int output : outputs()) {
            RankedScores scores = ranked(output);
            if (scores.hasCurves()) {
                ranked.add(new Ranked(output, scores, scores.averagePrecision()));
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparingDouble(Ranked::averagePrecision))
                .limit(MOST_CURVES)
                .sorted(Comparator.comparingInt(Ranked::output))
                .map(one -> JsonMembers.none()
                        .with("label", name(one.output()))
                        .with("averagePrecision", one.averagePrecision())
                        .with("roc", Series.of(one.scores().roc(STEPS)))
                        .with("precision", Series.of(one.scores().precision(STEPS))))
                .toList();
    }

    private RankedScores ranked(int output) {
        return RankedScores.of(
                answers.rows(),
                row -> answers.output(row, output),
                row -> answers.target(row, output) == 1,
                answers.newWords(answers.rows()));
    }

    /** A probability that the model states, and whether it was right. */
    private interface Statement {
        void of(double probability, boolean right);
    }

    /** Of several classes the one decided for; else every output. */
    private void eachStatement(Statement statement) {
        for (int row = 0; row < answers.rows(); row++) {
            if (schema.task() == Task.MULTICLASS) {
                int decision = answers.decision(row);
                statement.of(answers.output(row, decision), decision == answers.label(row));
            } else {
                for (int output : outputs()) {
                    statement.of(answers.output(row, output), answers.target(row, output) == 1);
                }
            }
        }
    }

    private Reliability calibration() {
        Reliability calibration = new Reliability();
        eachStatement(calibration::add);
        return calibration;
    }

    private JsonMembers scores() {
        Histogram yes = new Histogram(0, 1, BINS);
        Histogram no = new Histogram(0, 1, BINS);
        eachStatement((probability, right) -> (right ? yes : no).add(probability));
        return JsonMembers.none()
                .with("edges", Series.of(yes.edges()))
                .with("yes", group(true, yes))
                .with("no", group(false, no));
    }

    private JsonMembers group(boolean yes, Histogram histogram) {
        return JsonMembers.none().with("label", groupName(yes)).with("counts", Series.of(histogram.counts()));
    }

    private String groupName(boolean yes) {
        return switch (schema.task()) {
            case BINARY -> schema.labels().get(yes ? schema.positiveClass() : 1 - schema.positiveClass());
            case MULTICLASS -> yes ? "decided rightly" : "decided wrongly";
            case MULTILABEL, REGRESSION -> yes ? "true" : "not true";
        };
    }
}
