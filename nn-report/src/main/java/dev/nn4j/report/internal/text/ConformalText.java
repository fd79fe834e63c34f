// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;

/** What conformal scores promise, at the levels that are asked for most. */
public final class ConformalText {
    private static final double[] LEVELS = {0.8, 0.9, 0.95, 0.99};
    private static final double USUAL_LEVEL = 0.9;

    private final Conformal conformal;
    private final Schema schema;

    public ConformalText(Conformal conformal, Schema schema) {
        this.conformal = conformal;
        this.schema = schema;
    }

    /** A line for each level. */
    public TextTable table() {
        List<String> head = new ArrayList<>(List.of("level"));
        head.addAll(names());
        TextTable table = TextTable.ofFigures().line(head);
        for (double level : LEVELS) {
            List<String> line = new ArrayList<>(List.of(Double.toString(level)));
            for (int list = 0; list < conformal.targets(); list++) {
                line.add(canPromise(level) ? Rounded.figure(conformal.quantile(list, level)) : "too few rows");
            }
            table.line(line);
        }
        return table;
    }

    private List<String> names() {
        String what = switch (conformal.method()) {
            case ABSOLUTE -> "±";
            case SPREAD -> "times spread";
            case QUANTILES -> "beyond quantiles";
            case DEVIATION -> "times deviation";
            case LAC -> "1 − p at most";
            case APS -> "sum of p at most";
        };
        return conformal.targets() == 1
                ? List.of(what)
                : schema.targets().stream().map(target -> what + " " + target).toList();
    }

    /**
     * What they are of, and what one can do with them, as in {@code absolute, 4128 rows: at 0.9 ± 0.8312}, and the command
     * that gives it.
     */
    public String line() {
        String rows = conformal.method().word() + ", " + conformal.rows() + " rows: ";
        return rows + (canPromise(USUAL_LEVEL) ? use() : "too few to promise anything for 90 % of rows");
    }

    private String use() {
        return switch (conformal.method()) {
            case ABSOLUTE -> "at 0.9 " + String.join(", ", distances()) + " (predict --interval 0.9)";
            case SPREAD, QUANTILES, DEVIATION -> "predict --interval 0.9 gives bounds that hold for 90 % of such rows";
            case LAC, APS ->
                schema.task() == Task.MULTILABEL
                        ? "predict --set 0.9 says yes, no or both of each label, each right for 90 % of such rows by"
                                + " itself"
                        : "predict --set 0.9 gives labels of which one is true for 90 % of such rows";
        };
    }

    private List<String> distances() {
        List<String> each = new ArrayList<>();
        for (int list = 0; list < conformal.targets(); list++) {
            each.add("± " + Rounded.figure(conformal.quantile(list, USUAL_LEVEL)));
        }
        return each;
    }

    public JsonMembers json() {
        List<JsonMembers> levels = new ArrayList<>();
        for (double level : LEVELS) {
            if (canPromise(level)) {
                levels.add(JsonMembers.none().with("level", level).with("scores", scores(level)));
            }
        }
        return JsonMembers.none()
                .with("method", conformal.method().word())
                .with("rows", conformal.rows())
                .with("mostLevel", conformal.mostLevel())
                .with("levels", levels);
    }

    private JsonNode scores(double level) {
        List<JsonNode> scores = new ArrayList<>();
        for (int list = 0; list < conformal.targets(); list++) {
            scores.add(Json.number(Double.parseDouble(ShortestNumber.of(conformal.quantile(list, level)))));
        }
        return Json.list(scores);
    }

    private boolean canPromise(double level) {
        try {
            conformal.requireLevel(level);
            return true;
        } catch (IllegalArgumentException tooFewRows) {
            return false;
        }
    }
}
