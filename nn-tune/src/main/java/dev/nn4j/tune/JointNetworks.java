// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.SampleWeights;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.internal.choice.GreedyChoice;
import dev.nn4j.core.internal.watch.JointScore;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks of several trials, which see the columns alike, as one model that answers with the mean of theirs. */
final class JointNetworks {
    private JointNetworks() {}

    /** One model of several, in their order; without conformal scores, which would be of one of them. */
    static Model of(List<Model> models) {
        Model first = models.get(0);
        if (models.size() == 1) {
            return first;
        }
        List<Network> networks =
                models.stream().flatMap(model -> model.networks().stream()).toList();
        Model joint = Model.builder(first.schema(), networks, first.loss())
                .inputScaler(first.inputScaler())
                .targetScaler(first.targetScaler())
                .build();
        Model profiled = first.profile().map(joint::withProfile).orElse(joint);
        return profiled.withGolden(golden(profiled, first.golden().cells()));
    }

    private static GoldenRows golden(Model model, List<String> cells) {
        int width = model.schema().features().size();
        List<Float> outputs = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += width) {
            float[] raw = new float[model.schema().rawWidth()];
            model.schema()
                    .bind("golden rows", model.schema().featureNames())
                    .read(1, cells.subList(from, from + width), raw, 0);
            float[] answer = new float[model.schema().detailWidth()];
            model.predictDetails(raw, 1, answer, new float[model.schema().outputs()], model.newScratch());
            for (float output : answer) {
                outputs.add(output);
            }
        }
        return new GoldenRows(cells, outputs);
    }

    /**
     * Those of some models that answer best together.
     *
     * @param rows that none of them has learnt from
     * @param weight the column of what rows weigh, if there is one
     * @return their indices, rising
     */
    static List<Integer> chosen(List<Model> models, Table rows, Optional<String> weight, Monitor monitor) {
        Model first = models.get(0);
        DataSet plain = DataSet.of(rows, first.schema(), first.inputScaler(), first.targetScaler());
        DataSet weighted = weight.filter(rows.columns()::contains)
                .map(column -> plain.withWeights(SampleWeights.of(rows, column)))
                .orElse(plain);
        JointScore score = new JointScore(monitor, first.loss(), weighted, Cancellation.none());
        models.forEach(model -> score.add(model.network()));
        return new GreedyChoice(score::cost).of(models.size());
    }
}
