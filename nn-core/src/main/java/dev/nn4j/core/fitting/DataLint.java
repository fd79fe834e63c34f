// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.TargetEncoder;
import dev.nn4j.core.internal.text.Listing;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks over training rows for what commonly spoils a model: columns that say nothing, or too much, and labels that are
 * hardly there. What it finds may be right all the same. Each check passes over the rows once.
 *
 * @since 0.1.0
 */
public final class DataLint {
    /** One row is constant in every column. */
    private static final int FEWEST_ROWS = 2;

    /** With fewer rows chance makes all but constant columns. */
    private static final int FEWEST_TELLING_ROWS = 20;

    private static final double MOSTLY = 0.5;
    private static final int FEWEST_OF_A_LABEL = 5;
    private static final int MOST_LABELS_TOLD = 5;
    private static final int MOST_UNBALANCED = 10;
    private static final double PERCENT = 100;

    private final Schema schema;
    private final Table table;
    private final List<String> findings = new ArrayList<>();

    private DataLint(Schema schema, Table table) {
        this.schema = schema;
        this.table = table;
    }

    /**
     * What was found, one line each, in a fixed order; empty if nothing.
     *
     * @param training the rows that a model of this schema is to learn from
     */
    public static List<String> of(Schema schema, Table training) {
        if (training.rows() < FEWEST_ROWS) {
            return List.of();
        }
        DataLint lint = new DataLint(schema, training);
        List<ColumnTraits> traits = ColumnTraits.of(training, schema.features());
        lint.tell(
                named(traits, column -> column.constant() && !column.tiny()),
                "one value only, which says nothing; ignore %s");
        lint.tell(
                named(traits, column -> column.constant() && column.tiny()),
                "0 only, as which numbers below 1e-45 are read; multiply these, or ignore %s");
        lint.tell(
                named(traits, column -> !column.constant() && column.tiny()),
                "numbers of which 32-bit floats hold few digits, so near to 0 are they; multiply %s by a constant");
        lint.tell(
                named(traits, ColumnTraits::beyondDoubles),
                "whole numbers above 2^53, of which doubles hold only some: neighbours may be taken for one; if these"
                        + " matter, subtract what all have in common, or read %s as a category");
        lint.tell(
                named(traits, ColumnTraits::merged),
                "numbers too far apart for 32-bit floats to tell close ones from each other; leave cells like 0 or -1 that"
                        + " stand for no value blank, or ignore %s");
        lint.lookalikes(traits);
        if (training.rows() >= FEWEST_TELLING_ROWS) {
            WordArray classes =
                    schema.task().hasLabels() ? new TargetEncoder(schema).classWords(training) : training.newWords(0);
            lint.columns(traits, TargetLeakage.in(schema, training, classes));
            if (schema.task().hasLabels()) {
                lint.labels(classes);
            }
        }
        return List.copyOf(lint.findings);
    }

    private void lookalikes(List<ColumnTraits> traits) {
        for (ColumnTraits column : traits) {
            column.lookalikes().ifPresent(told -> findings.add("column '" + column.name() + "' holds " + told));
        }
        if (schema.task().hasLabels()) {
            Lookalikes.told("labels", schema.labels())
                    .ifPresent(
                            told -> findings.add("target '" + schema.targets().get(0) + "' holds " + told));
        }
    }

    private void columns(List<ColumnTraits> traits, Set<Feature> leaks) {
        Map<Integer, List<String>> alike = new LinkedHashMap<>();
        for (ColumnTraits column : traits) {
            if (!column.constant()) {
                alike.computeIfAbsent(column.hash(), hash -> new ArrayList<>()).add(column.name());
            }
        }
        tell(named(traits, ColumnTraits::identifier), "a value for each row, as identifiers do; ignore %s if so");
        tell(
                named(traits, ColumnTraits::namedIdentifier),
                "whole numbers under a name that identifiers have; ignore %s if they only name what a row is of");
        for (ColumnTraits column : traits) {
            if (column.missing() > MOSTLY * table.rows()) {
                findings.add("column '" + column.name() + "' has no value in " + percent(column.missing())
                        + " of the rows; ask whether it says enough");
            }
            if (!column.constant() && leaks.contains(column.feature())) {
                findings.add("column '" + column.name()
                        + "' alone tells the target; is it known when predicting? If not," + " ignore it");
            }
        }
        alike.values().forEach(this::duplicates);
    }

    private static List<String> named(List<ColumnTraits> traits, Predicate<ColumnTraits> wanted) {
        List<String> names = new ArrayList<>();
        for (ColumnTraits column : traits) {
            if (wanted.test(column)) {
                names.add(column.name());
            }
        }
        return names;
    }

    private void tell(List<String> names, String what) {
        if (!names.isEmpty()) {
            String one = names.size() == 1 ? "it" : "them";
            findings.add(
                    Listing.of("column", names) + (names.size() == 1 ? " holds " : " hold ") + what.replace("%s", one));
        }
    }

    private void duplicates(List<String> sameHash) {
        for (int i = 0; i < sameHash.size(); i++) {
            for (int k = i + 1; k < sameHash.size(); k++) {
                if (table.equalCells(sameHash.get(i), sameHash.get(k))) {
                    findings.add("columns '" + sameHash.get(i) + "' and '" + sameHash.get(k)
                            + "' hold the same values; ignore one");
                    break;
                }
            }
        }
    }

    private void labels(WordArray classes) {
        int[] counts = new int[schema.labels().size()];
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            counts[classes.get(row)]++;
        }
        int most = 0;
        int least = 0;
        for (int label = 0; label < counts.length; label++) {
            most = counts[label] > counts[most] ? label : most;
            least = counts[label] < counts[least] ? label : least;
        }
        rareLabels(counts);
        if (counts[least] >= FEWEST_OF_A_LABEL && counts[most] > (long) MOST_UNBALANCED * counts[least]) {
            findings.add("label '" + schema.labels().get(least) + "' stands in " + percent(counts[least])
                    + " of the training rows, '" + schema.labels().get(most) + "' in " + percent(counts[most])
                    + "; accuracy says little then, and balanced class weights may help");
        }
    }

    /** One finding for each of few, one for all of many. */
    private void rareLabels(int[] counts) {
        List<String> told = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < FEWEST_OF_A_LABEL) {
                told.add("label '" + schema.labels().get(label) + "' stands in " + counts[label]
                        + " of the training rows; that is hardly enough to learn it from");
            }
        }
        if (told.size() <= MOST_LABELS_TOLD) {
            findings.addAll(told);
        } else {
            findings.add(told.size() + " labels stand in fewer than " + FEWEST_OF_A_LABEL
                    + " of the training rows each; that is hardly enough to learn them from");
        }
    }

    private String percent(int rows) {
        double share = PERCENT * rows / table.rows();
        return (share < 1 ? "under 1" : Long.toString(Math.round(share))) + " %";
    }
}
