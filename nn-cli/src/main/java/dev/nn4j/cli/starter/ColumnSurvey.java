// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.data.NumberCell;
import dev.nn4j.io.CsvRow;
import dev.nn4j.io.CsvRows;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through a data file once: which columns are numbers, and what the target holds. */
public final class ColumnSurvey {
    private final CsvRows source;
    private final int targetField;
    private final TargetSurvey target = new TargetSurvey();
    /** Why a column is no feature, by name. */
    private final Map<String, DataException> unfit = new LinkedHashMap<>();

    private long rows;

    private ColumnSurvey(CsvRows source, String target) {
        this.source = source;
        this.targetField = source.header().indexOf(target);
        if (targetField < 0) {
            throw new DataException(
                    new Location(source.source(), 1, 1),
                    "there is no column '" + target + "'" + NearestName.hint(target, source.header()));
        }
    }

    /**
     * Surveys all rows.
     *
     * @throws DataException if there is no such target, a row is ragged, or a label is missing
     */
    public static ColumnSurvey of(CsvRows source, String target) throws IOException {
        ColumnSurvey survey = new ColumnSurvey(source, target);
        for (Optional<CsvRow> row = source.next(); row.isPresent(); row = source.next()) {
            survey.add(row.get());
        }
        return survey;
    }

    /** Features that are no numbers throughout, each with the first cell that is none. */
    public Map<String, DataException> unfit() {
        return unfit;
    }

    /** What the target holds. */
    public TargetSurvey target() {
        return target;
    }

    /** What a configuration is to be fitted to. */
    public Surroundings surroundings(Template template) {
        int features = source.header().size() - 1 - unfit.size();
        if (features == 0) {
            throw new DataException(
                    new Location(source.source(), 1, 1), "there is no column of numbers to learn from; add one");
        }
        String name = source.header().get(targetField);
        int outputs = template == Template.MULTICLASS ? target.labels() : 1;
        return new Surroundings(name, List.copyOf(unfit.keySet()), features, outputs, rows);
    }

    private void add(CsvRow row) {
        List<String> cells = row.cells();
        if (cells.size() != source.header().size()) {
            throw new DataException(
                    new Location(
                            source.source(),
                            row.line(),
                            Math.min(cells.size(), source.header().size()) + 1),
                    "row has " + cells.size() + " cells, the header has "
                            + source.header().size() + "; correct the row");
        }
        rows++;
        for (int field = 0; field < cells.size(); field++) {
            Location where = new Location(source.source(), row.line(), field + 1);
            if (field == targetField) {
                target.add(cells.get(field), source.header().get(field), where);
            } else {
                look(cells.get(field), source.header().get(field), where);
            }
        }
    }

    private void look(String cell, String column, Location where) {
        if (unfit.containsKey(column)) {
            return;
        }
        try {
            NumberCell.parse(cell, column, where);
        } catch (DataException e) {
            unfit.put(column, e);
        }
    }
}
