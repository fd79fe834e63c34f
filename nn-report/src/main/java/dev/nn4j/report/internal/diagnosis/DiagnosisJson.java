// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.diagnosis.Cut;
import dev.nn4j.core.diagnosis.ErrorBin;
import dev.nn4j.core.diagnosis.FeatureErrors;
import dev.nn4j.core.diagnosis.GainsGroup;
import dev.nn4j.core.diagnosis.ScoredAnswers;
import dev.nn4j.core.diagnosis.WorstRow;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;

/** What {@code evaluate --json} says beside the metrics. */
public final class DiagnosisJson {
    private static final int WORST = 20;
    private static final int GROUPS = 10;
    private static final int BINS = 10;
    /** More points of all curves than these are thinned out. */
    private static final int MOST_CUTS = 1000;

    private static final int FEWEST_CUTS = 50;

    private static final int THRESHOLDS = 20;

    private final Answers answers;
    private final Table rows;

    /**
     * Of answers.
     *
     * @param rows those of the answers, in their order
     */
    public DiagnosisJson(Answers answers, Table rows) {
        this.answers = answers;
        this.rows = rows;
    }

    /** The members. */
    public JsonMembers members(Evaluation evaluation) {
        JsonMembers json = JsonMembers.none();
        if (evaluation instanceof ClassificationEvaluation labels) {
            json = json.with("confusionPercent", percent(labels.confusionMatrix()));
        }
        if (answers.schema().task() != Task.REGRESSION) {
            json = json.with("scores", scores());
        }
        return json.with("errorsByFeature", byFeature()).with("worstRows", worst());
    }

    /** Of each true label, in per cent of its rows. */
    private static JsonNode percent(List<List<Long>> matrix) {
        return Json.list(matrix.stream()
                .map(line -> {
                    long sum = line.stream().mapToLong(Long::longValue).sum();
                    return Json.list(line.stream()
                            .map(count -> Json.number(sum == 0 ? 0 : 100.0 * count / sum))
                            .toList());
                })
                .toList());
    }

    private List<JsonMembers> scores() {
        List<JsonMembers> all = new ArrayList<>();
        for (int output = 0; output < answers.schema().outputs(); output++) {
            ScoredAnswers scored = ScoredAnswers.of(answers, output);
            all.add(JsonMembers.none()
                    .with("label", label(output))
                    .with("calibration", calibration(scored))
                    .with("gains", gains(scored))
                    .with("thresholds", thresholds(scored))
                    .with("precisionRecall", precisionRecall(scored)));
        }
        return all;
    }

    private String label(int output) {
        Schema schema = answers.schema();
        return switch (schema.task()) {
            case BINARY -> schema.labels().get(schema.positiveClass());
            case MULTICLASS -> schema.labels().get(output);
            case MULTILABEL, REGRESSION -> schema.targets().get(output);
        };
    }

    private static List<JsonMembers> calibration(ScoredAnswers scored) {
        return scored.calibration(BINS).stream()
                .map(bin -> JsonMembers.none()
                        .with("from", bin.from())
                        .with("to", bin.to())
                        .with("rows", bin.rows())
                        .with("predicted", bin.predicted())
                        .with("observed", bin.observed()))
                .toList();
    }

    private static List<JsonMembers> gains(ScoredAnswers scored) {
        List<JsonMembers> table = new ArrayList<>();
        for (GainsGroup group : scored.gains(GROUPS)) {
            table.add(JsonMembers.none()
                    .with("group", table.size() + 1)
                    .with("rows", group.rows())
                    .with("positives", group.positives())
                    .with("lowest", group.lowest())
                    .with("rate", group.rate())
                    .with("lift", group.lift())
                    .with("gain", group.gain())
                    .with("cumulativeLift", group.cumulativeLift()));
        }
        return table;
    }

    private static List<JsonMembers> thresholds(ScoredAnswers scored) {
        List<JsonMembers> table = new ArrayList<>();
        for (int i = 1; i < THRESHOLDS; i++) {
            Cut cut = scored.above((double) i / THRESHOLDS);
            table.add(JsonMembers.none()
                    .with("threshold", cut.threshold())
                    .with("truePositives", cut.truePositives())
                    .with("falsePositives", cut.falsePositives())
                    .with("falseNegatives", cut.falseNegatives())
                    .with("trueNegatives", cut.trueNegatives())
                    .with("precision", cut.precision())
                    .with("recall", cut.recall())
                    .with("specificity", cut.specificity())
                    .with("f1", cut.f1())
                    .with("accuracy", cut.accuracy())
                    .with("balancedAccuracy", cut.balancedAccuracy())
                    .with("flagged", cut.flagged()));
        }
        return table;
    }

    private JsonMembers precisionRecall(ScoredAnswers scored) {
        List<Cut> cuts = scored.cuts();
        int most = Math.max(FEWEST_CUTS, MOST_CUTS / answers.schema().outputs());
        int shown = Math.min(cuts.size(), most);
        List<JsonMembers> points = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            // the first and the last are always there
            Cut cut = cuts.get(shown == 1 ? 0 : (int) ((long) i * (cuts.size() - 1) / (shown - 1)));
            points.add(JsonMembers.none()
                    .with("threshold", cut.threshold())
                    .with("precision", cut.precision())
                    .with("recall", cut.recall()));
        }
        return JsonMembers.none().with("cuts", cuts.size()).with("points", points);
    }

    private List<JsonMembers> byFeature() {
        return FeatureErrors.of(answers, rows, BINS).stream()
                .map(feature -> JsonMembers.none()
                        .with("feature", feature.feature())
                        .with(
                                "bins",
                                feature.bins().stream().map(DiagnosisJson::json).toList()))
                .toList();
    }

    private static JsonMembers json(ErrorBin bin) {
        return JsonMembers.none()
                .with("value", bin.value())
                .with("rows", bin.rows())
                .with("cost", bin.cost())
                .with("bias", bin.bias());
    }

    private List<JsonMembers> worst() {
        String target = answers.schema().targets().get(0);
        return WorstRow.of(answers, WORST).stream()
                .map(worst -> answered(
                        JsonMembers.none()
                                .with("line", rows.location(worst.row(), target).line())
                                .with("cost", worst.cost()),
                        worst.row()))
                .toList();
    }

    private JsonMembers answered(JsonMembers json, int row) {
        Schema schema = answers.schema();
        if (schema.task().hasLabels()) {
            return json.with("actual", schema.labels().get(answers.label(row)))
                    .with("predicted", schema.labels().get(answers.decision(row)));
        }
        List<JsonNode> actual = new ArrayList<>();
        List<JsonNode> predicted = new ArrayList<>();
        for (int output = 0; output < schema.outputs(); output++) {
            boolean number = schema.task() == Task.REGRESSION;
            actual.add(Json.number(number ? answers.actual(row, output) : answers.target(row, output)));
            predicted.add(Json.number(number ? answers.predicted(row, output) : answers.output(row, output)));
        }
        return schema.outputs() == 1
                ? json.with("actual", actual.get(0)).with("predicted", predicted.get(0))
                : json.with("actual", Json.list(actual)).with("predicted", Json.list(predicted));
    }
}
