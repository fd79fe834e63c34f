// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.explanation.Attribution;
import dev.nn4j.core.explanation.RowAttribution;
import dev.nn4j.core.explanation.ShapleyExplainer;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.report.internal.text.PredictionCells;
import java.util.ArrayList;
import java.util.List;

/**
 * What each feature contributes to what is predicted: {@code base}, and {@code c_FEATURE} for each; of several targets each
 * with {@code _TARGET} behind it.
 */
public final class ContributionColumns implements PredictedColumns {
    private final Schema schema;
    private final ShapleyExplainer explainer;
    private List<RowAttribution> explained = List.of();

    public ContributionColumns(Schema schema, ShapleyExplainer explainer) {
        this.schema = schema;
        this.explainer = explainer;
    }

    @Override
    public List<String> header() {
        boolean single = schema.task().hasLabels() || schema.targets().size() == 1;
        List<String> names = new ArrayList<>();
        for (String target : single ? List.of("") : schema.targets()) {
            String ending = single ? "" : "_" + target;
            names.add("base" + ending);
            schema.featureNames().forEach(feature -> names.add("c_" + feature + ending));
        }
        return names;
    }

    @Override
    public PredictedColumns ofThread() {
        return new ContributionColumns(schema, explainer);
    }

    @Override
    public boolean useThreads() {
        return true;
    }

    @Override
    public void begin(PredictedBlock block) {
        explained = explainer.explain(block.inputs(), block.rows());
    }

    @Override
    public void append(PredictedBlock block, int row, List<String> cells) {
        for (Attribution attribution : explained.get(row).usual()) {
            cells.add(PredictionCells.number(attribution.base()));
            attribution.contributions().values().forEach(value -> cells.add(PredictionCells.number(value)));
        }
    }
}
