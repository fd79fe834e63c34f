// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.Labels;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Each row's class, for folds that can only be if every fold's model has seen the labels that it is asked about.
 *
 * @param target the column of labels
 * @param labels of it, in order; none where nothing is classified
 * @param classes each row's label as an index; all 0 without labels
 */
record FoldClasses(String target, List<String> labels, WordArray classes) {
    static FoldClasses of(Experiment experiment, Table table) {
        String target = experiment.data().targets().get(0);
        if (!experiment.task().hasLabels()) {
            return new FoldClasses(target, List.of(), table.newWords(table.rows(), 0));
        }
        Set<String> different = new HashSet<>();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            different.add(table.text(row, target));
        }
        List<String> labels = Labels.of(different, table.cancellation());
        WordArray classes = table.newWords(table.rows(), labels.size());
        SchemaInference.note(table, target, labels, classes);
        return new FoldClasses(target, labels, classes);
    }

    WordArray walked(Table table) {
        return classes.walked(table.cancellation());
    }

    void requireTwoRowsOfEach(Table table) {
        WordArray walked = walked(table);
        int[] counts = new int[labels.size()];
        for (int row = 0; row < table.rows() && !labels.isEmpty(); row++) {
            counts[walked.get(row)]++;
        }
        for (int row = 0; row < table.rows() && !labels.isEmpty(); row++) {
            int label = walked.get(row);
            if (counts[label] == 1) {
                throw new DataException(
                        table.location(row, target),
                        "label '" + labels.get(label) + "' stands in this row only, and cross-validation needs"
                                + " two rows of each; leave the row out or add others");
            }
        }
    }

    /** Whatever fold has a label's only group, its model never saw the label. */
    void requireTwoGroupsOfEach(Table table, String column, GroupColumn groups) {
        WordArray walked = walked(table);
        int[] only = new int[labels.size()];
        Arrays.fill(only, -1);
        boolean[] several = new boolean[labels.size()];
        for (int row = 0; row < table.rows() && !labels.isEmpty(); row++) {
            int label = walked.get(row);
            int group = groups.numbers().get(row);
            several[label] |= only[label] >= 0 && only[label] != group;
            only[label] = group;
        }
        for (int label = 0; label < several.length; label++) {
            if (!several[label]) {
                throw new DataException(
                        table.headerOf(column),
                        "label '" + labels.get(label) + "' stands in group '"
                                + groups.names().get(only[label])
                                + "' only, and cross-validation by group needs two groups with each label; leave its rows"
                                + " out or add others");
            }
        }
    }

    /**
     * What is judged must have been there before.
     *
     * @param part each row's part of the data, rising with time; 0 is never judged
     */
    void requireEarlier(Table table, WordArray part) {
        WordArray walked = walked(table);
        int[] first = new int[labels.size()];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int row = 0; row < table.rows() && !labels.isEmpty(); row++) {
            int label = walked.get(row);
            first[label] = Math.min(first[label], part.get(row));
        }
        for (int row = 0; row < table.rows() && !labels.isEmpty(); row++) {
            int label = walked.get(row);
            if (first[label] > 0 && part.get(row) == first[label]) {
                throw new DataException(
                        table.location(row, target),
                        "label '" + labels.get(label) + "' is not in any row before those of fold " + first[label]
                                + ", which this one is of, so its model does not know it; take fewer folds or leave"
                                + " such rows out");
            }
        }
    }
}
