// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.data;

import dev.nn4j.config.starter.SurveyedColumn;
import dev.nn4j.core.profile.Association;
import dev.nn4j.core.profile.ColumnMoments;
import dev.nn4j.core.profile.ColumnProfile;
import dev.nn4j.core.profile.Drift;
import dev.nn4j.core.profile.NumberProfile;
import dev.nn4j.core.profile.TextProfile;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.internal.data.DuplicateRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in a table, before anything is learnt from it.
 *
 * @param source where the rows are from
 * @param rows how many
 * @param duplicates rows that hold what an earlier one holds in every column
 * @param duplicatesOf rows that were looked at for these, the first ones
 * @param columns in the order of the source
 * @param drift how far other rows are from these, if others were compared
 * @since 0.1.0
 */
public record DataDescription(
        String source,
        long rows,
        long duplicates,
        long duplicatesOf,
        List<DescribedColumn> columns,
        Optional<Drift> drift) {
    /** Copies the list. */
    public DataDescription {
        columns = List.copyOf(columns);
    }

    /** What reads all of the columns, as a model's features. */
    public static Schema schema(List<SurveyedColumn> columns) {
        StringBuilder target = new StringBuilder("target");
        while (columns.stream().anyMatch(column -> column.name().contentEquals(target))) {
            target.append('_');
        }
        return Schema.builder(Task.REGRESSION)
                .features(columns.stream().map(SurveyedColumn::feature).toList())
                .targets(List.of(target.toString()))
                .build();
    }

    /**
     * Describes the rows of a table.
     *
     * @param columns that it has, as a {@link dev.nn4j.config.starter.ColumnSurvey} found them
     * @param table with at least one row, read as the {@link #schema} of these columns says
     */
    public static DataDescription of(List<SurveyedColumn> columns, Table table) {
        TrainingProfile profile = TrainingProfile.of(schema(columns), table);
        DuplicateRows duplicates = DuplicateRows.in(table);
        List<DescribedColumn> described = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            described.add(described(columns, c, profile, table));
        }
        return new DataDescription(
                table.source(), table.rows(), duplicates.count(), duplicates.looked(), described, Optional.empty());
    }

    private static DescribedColumn described(
            List<SurveyedColumn> columns, int index, TrainingProfile profile, Table table) {
        SurveyedColumn column = columns.get(index);
        ColumnProfile own = profile.columns().get(index);
        Optional<ColumnMoments> moments = own.match(new ColumnProfile.Cases<>() {
            @Override
            public Optional<ColumnMoments> numbers(NumberProfile numbers) {
                return Optional.of(ColumnMoments.of(table, column.feature()));
            }

            @Override
            public Optional<ColumnMoments> texts(TextProfile texts) {
                return Optional.empty();
            }
        });
        Optional<Association> association = Optional.empty();
        for (int t = 0; t < columns.size(); t++) {
            if (columns.get(t).role() == SurveyedColumn.Role.TARGET && t != index) {
                association = Optional.of(Association.of(
                        table,
                        column.feature(),
                        own,
                        columns.get(t).feature(),
                        profile.columns().get(t)));
            }
        }
        return new DescribedColumn(column, own, moments, association);
    }

    /** The same with how far other rows are from these. */
    public DataDescription withDrift(Drift other) {
        return new DataDescription(source, rows, duplicates, duplicatesOf, columns, Optional.of(other));
    }

    /** The same without a column, if there is one of this name. */
    public DataDescription without(String name) {
        return new DataDescription(
                source,
                rows,
                duplicates,
                duplicatesOf,
                columns.stream().filter(column -> !column.name().equals(name)).toList(),
                drift);
    }

    /** What the columns are taken for. */
    public List<SurveyedColumn> surveyed() {
        return columns.stream().map(DescribedColumn::surveyed).toList();
    }

    /** The profile of all columns. */
    public TrainingProfile profile() {
        return new TrainingProfile(
                rows, columns.stream().map(DescribedColumn::profile).toList());
    }

    /** What may need a look, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (DescribedColumn column : columns) {
            column.surveyed().remark().ifPresent(remark -> notes.add("column '" + column.name() + "' " + remark));
            column.association()
                    .filter(Association::isSuspicious)
                    .ifPresent(association -> notes.add("column '" + column.name()
                            + "' all but tells the target: if it is known only afterwards, ignore it"));
        }
        if (duplicates > 0) {
            notes.add((duplicates == 1 ? "1 row is" : duplicates + " rows are") + " as an earlier one in every column"
                    + (duplicatesOf < rows ? ", of the first " + duplicatesOf : "")
                    + ": where one of two alike is set aside, figures are too good");
        }
        return notes;
    }
}
