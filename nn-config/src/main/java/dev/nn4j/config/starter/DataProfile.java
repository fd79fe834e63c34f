// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.config.internal.json.JsonMembers;
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
 * @param leastLabel rows of the rarest label; as many as there are rows where numbers are learnt
 * @param positive the label whose probability the network gives, of two
 * @param skipsTargets whether rows without a target are left out
 * @param missingMarks what says that there is no value, in place of the usual marks; empty if these do
 */
record DataProfile(
        String target,
        List<String> ignore,
        Map<String, JsonMembers> columns,
        List<String> remarks,
        int inputs,
        int outputs,
        long rows,
        long leastLabel,
        Optional<String> positive,
        boolean skipsTargets,
        List<String> missingMarks) {
    /** With more remarks nobody reads any. */
    private static final int MOST_REMARKS = 40;

    private static final int USUAL_INPUTS = 30;
    private static final int USUAL_CLASSES = 3;
    /** Nobody knows how many there will be; what suits few rows does no harm to more. */
    private static final long USUAL_ROWS = 99;

    /** Middling ones, for a template without data. */
    static DataProfile usual(Template template, String target) {
        int outputs = template == Template.MULTICLASS ? USUAL_CLASSES : 1;
        return new DataProfile(
                target,
                List.of(),
                Map.of(),
                List.of(),
                USUAL_INPUTS,
                outputs,
                USUAL_ROWS,
                USUAL_ROWS / outputs,
                Optional.empty(),
                false,
                List.of());
    }

    /** These with a target of numbers that are written so. */
    DataProfile withTarget(JsonMembers described, Optional<String> remark) {
        Map<String, JsonMembers> all = new LinkedHashMap<>(columns);
        if (!described.isEmpty()) {
            all.put(target, described);
        }
        List<String> said = new ArrayList<>(remarks);
        remark.ifPresent(text -> said.add("target '" + target + "' " + text));
        return new DataProfile(
                target, ignore, all, said, inputs, outputs, rows, leastLabel, positive, skipsTargets, missingMarks);
    }

    /** These with labels, of which one is positive if there are two. */
    DataProfile withLabels(Optional<String> chosen, long least, List<String> more) {
        List<String> said = new ArrayList<>(remarks);
        said.addAll(more);
        return new DataProfile(
                target, ignore, columns, said, inputs, outputs, rows, least, chosen, skipsTargets, missingMarks);
    }

    /** These with what a survey says of missing values. */
    DataProfile withGaps(GapSurvey gaps) {
        List<String> said = new ArrayList<>(remarks);
        said.addAll(gaps.remarks());
        return new DataProfile(
                target,
                ignore,
                columns,
                said,
                inputs,
                outputs,
                rows,
                leastLabel,
                positive,
                gaps.skipsTargets(),
                gaps.marks());
    }

    /** Those that a survey of the columns proposes. */
    static DataProfile of(String target, Map<String, Proposal> proposals, int outputs, long rows) {
        List<String> ignore = new ArrayList<>();
        Map<String, JsonMembers> columns = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        int inputs = 0;
        for (Map.Entry<String, Proposal> entry : proposals.entrySet()) {
            Proposal proposal = entry.getValue();
            inputs += proposal.inputs();
            proposal.remark().ifPresent(remark -> remarks.add("column '" + entry.getKey() + "' " + remark));
            if (proposal.isIgnored()) {
                ignore.add(entry.getKey());
            } else if (!proposal.described().isEmpty()) {
                columns.put(entry.getKey(), proposal.described());
            }
        }
        return new DataProfile(
                target,
                ignore,
                columns,
                shortened(remarks),
                inputs,
                outputs,
                rows,
                rows,
                Optional.empty(),
                false,
                List.of());
    }

    private static List<String> shortened(List<String> remarks) {
        if (remarks.size() <= MOST_REMARKS) {
            return remarks;
        }
        List<String> some = new ArrayList<>(remarks.subList(0, MOST_REMARKS));
        some.add((remarks.size() - MOST_REMARKS) + " more columns are ignored or to be looked at; data.ignore and"
                + " data.columns show how each is taken");
        return some;
    }
}
