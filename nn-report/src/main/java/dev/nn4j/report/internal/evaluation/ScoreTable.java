// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Averages;
import dev.nn4j.core.metrics.ClassScore;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.List;

/** Precision, recall, F1 and support of each class, laid out as scikit-learn's classification report. */
final class ScoreTable {
    private final List<ClassScore> classes;
    private final double accuracy;
    private final Averages macro;
    private final Averages weighted;

    ScoreTable(List<ClassScore> classes, double accuracy, Averages macro, Averages weighted) {
        this.classes = classes;
        this.accuracy = accuracy;
        this.macro = macro;
        this.weighted = weighted;
    }

    String render(long rows) {
        String support = Long.toString(rows);
        TextTable table = TextTable.ofFigures()
                .line("", "precision", "recall", "f1-score", "support")
                .line();
        classes.forEach(one -> table.line(scored(
                one.label(), new Averages(one.precision(), one.recall(), one.f1()), Long.toString(one.support()))));
        return table.line()
                .line("accuracy", "", "", Rounded.score(accuracy), support)
                .line(scored("macro avg", macro, support))
                .line(scored("weighted avg", weighted, support))
                .render();
    }

    /** Adds the keys of the scores. */
    JsonMembers into(JsonMembers json) {
        return json.with("classes", classes.stream().map(ScoreTable::json).toList())
                .with("macroAverage", json(macro))
                .with("weightedAverage", json(weighted));
    }

    private static JsonMembers json(ClassScore score) {
        return JsonMembers.none()
                .with("label", score.label())
                .with("precision", score.precision())
                .with("recall", score.recall())
                .with("f1", score.f1())
                .with("support", score.support())
                .with("rocAuc", score.rocAuc());
    }

    private static JsonMembers json(Averages averages) {
        return JsonMembers.none()
                .with("precision", averages.precision())
                .with("recall", averages.recall())
                .with("f1", averages.f1());
    }

    private static String[] scored(String name, Averages scores, String support) {
        return new String[] {
            name, Rounded.score(scores.precision()), Rounded.score(scores.recall()), Rounded.score(scores.f1()), support
        };
    }
}
