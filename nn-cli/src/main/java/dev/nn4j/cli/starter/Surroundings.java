// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.cli.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a starter configuration is fitted to.
 *
 * @param target the column to learn
 * @param ignore columns to leave out
 * @param columns how columns are read that are more than numbers
 * @param remarks what to tell of columns, one line each
 * @param inputs width of the network's input
 * @param outputs width of the network's output
 * @param rows how many there are
 */
public record Surroundings(
        String target,
        List<String> ignore,
        Map<String, JsonObject> columns,
        List<String> remarks,
        int inputs,
        int outputs,
        long rows) {
    private static final int USUAL_INPUTS = 30;
    private static final int USUAL_CLASSES = 3;
    private static final long USUAL_ROWS = 1000;

    /** Middling ones, for a template without data. */
    public static Surroundings usual(Template template, String target) {
        int outputs = template == Template.MULTICLASS ? USUAL_CLASSES : 1;
        return new Surroundings(target, List.of(), Map.of(), List.of(), USUAL_INPUTS, outputs, USUAL_ROWS);
    }

    /** These with a target of numbers that are written so. */
    Surroundings withTarget(JsonObject described, Optional<String> remark) {
        Map<String, JsonObject> all = new LinkedHashMap<>(columns);
        if (!described.members().isEmpty()) {
            all.put(target, described);
        }
        List<String> said = new ArrayList<>(remarks);
        remark.ifPresent(text -> said.add("target '" + target + "' " + text));
        return new Surroundings(target, ignore, all, said, inputs, outputs, rows);
    }

    /** Those that a survey of the columns proposes. */
    static Surroundings of(String target, Map<String, Proposal> proposals, int outputs, long rows) {
        List<String> ignore = new ArrayList<>();
        Map<String, JsonObject> columns = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        int inputs = 0;
        for (Map.Entry<String, Proposal> entry : proposals.entrySet()) {
            Proposal proposal = entry.getValue();
            inputs += proposal.inputs();
            proposal.remark().ifPresent(remark -> remarks.add("column '" + entry.getKey() + "' " + remark));
            if (proposal.isIgnored()) {
                ignore.add(entry.getKey());
            } else if (!proposal.described().members().isEmpty()) {
                columns.put(entry.getKey(), proposal.described());
            }
        }
        return new Surroundings(target, ignore, columns, remarks, inputs, outputs, rows);
    }
}
