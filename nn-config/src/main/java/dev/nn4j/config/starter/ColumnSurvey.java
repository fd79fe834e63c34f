// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a table hold, seen in one walk over its rows, and what is to be made of it: what {@code nn new} knows.
 *
 * @since 0.1.0
 */
public final class ColumnSurvey {
    private static final int MOST_REASONS = 3;

    private final RowSource source;
    private final int targetField;
    private final TargetSurvey target;
    private final Map<String, FeatureSurvey> features = new LinkedHashMap<>();
    private long rows;

    private ColumnSurvey(RowSource source, String target) {
        this(source, target, source.header().indexOf(target));
        if (targetField < 0) {
            throw new DataException(
                    new Location(source.source(), 1, 1),
                    "there is no column '" + target + "'" + NearestName.hint(target, source.header()));
        }
    }

    private ColumnSurvey(RowSource source, String target, int targetField) {
        this.source = source;
        this.target = new TargetSurvey(target);
        this.targetField = targetField;
        for (int field = 0; field < source.header().size(); field++) {
            if (field != targetField) {
                String name = source.header().get(field);
                features.put(name, new FeatureSurvey(name));
            }
        }
    }

    /**
     * Surveys all rows that are left.
     *
     * @param source of the rows; it stays open
     * @param target the column to learn
     * @throws IOException if they cannot be read
     * @throws DataException if there is no such target, a name stands twice in the header, there are no rows, a row is
     *     ragged, or what its target holds is no target and no plain gap
     */
    public static ColumnSurvey of(RowSource source, String target) throws IOException {
        Objects.requireNonNull(source, "survey: the source of rows is null");
        Objects.requireNonNull(target, "survey: the target is null");
        requireDistinctNames(source);
        ColumnSurvey survey = new ColumnSurvey(source, target);
        survey.addAll();
        survey.target.settle();
        return survey;
    }

    /**
     * Surveys all rows that are left, of columns of which none is to be learnt; it has {@link #columns} alone.
     *
     * @param source of the rows; it stays open
     * @throws IOException if they cannot be read
     * @throws DataException if a name stands twice in the header, there are no rows, or a row is ragged
     */
    public static ColumnSurvey of(RowSource source) throws IOException {
        Objects.requireNonNull(source, "survey: the source of rows is null");
        requireDistinctNames(source);
        ColumnSurvey survey = new ColumnSurvey(source, "", -1);
        survey.addAll();
        return survey;
    }

    private void addAll() throws IOException {
        for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
            add(row.get());
        }
        if (rows == 0) {
            throw new DataException(
                    new Location(source.source(), 1, 1), "there are no rows below the names of the columns; add some");
        }
    }

    /** What each column is taken for, in the order of the source. */
    public List<SurveyedColumn> columns() {
        List<SurveyedColumn> columns = new ArrayList<>();
        for (String name : source.header()) {
            FeatureSurvey feature = features.get(name);
            columns.add(feature == null ? target.surveyed() : feature.surveyed());
        }
        return columns;
    }

    private static void requireDistinctNames(RowSource source) {
        Set<String> seen = new HashSet<>();
        for (String name : source.header()) {
            if (!seen.add(name)) {
                throw new DataException(
                        new Location(source.source(), 1, source.header().lastIndexOf(name) + 1),
                        "column '" + name + "' is there twice; rename one");
            }
        }
    }

    /** What the target suggests: to tell labels apart, or to learn numbers. */
    public Template suitable() {
        return target.suitable();
    }

    /**
     * What the target is taken for, in one line, and how to have it otherwise where that could be.
     *
     * @param template what is to be learnt
     * @param asked whether somebody asked for that template, rather than that it was found suitable
     */
    public String told(Template template, boolean asked) {
        return target.told(template, asked);
    }

    /**
     * The configuration that fits these columns.
     *
     * @param template what is to be learnt
     * @throws DataException if that cannot be learnt from this target, or no column is left to learn from
     */
    public Starter starter(Template template) {
        target.require(template);
        return new Starter(template, surroundings(template));
    }

    TargetSurvey target() {
        return target;
    }

    DataProfile surroundings(Template template) {
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        features.forEach((name, survey) -> proposals.put(name, survey.proposal()));
        if (proposals.values().stream().allMatch(Proposal::isIgnored)) {
            features.forEach(
                    (name, survey) -> survey.lastResort().ifPresent(proposal -> proposals.put(name, proposal)));
        }
        requireSome(proposals);
        int outputs = template == Template.MULTICLASS ? target.labels() : 1;
        DataProfile found = DataProfile.of(
                        source.header().get(targetField), proposals, outputs, rows - target.missing())
                .withGaps(GapSurvey.of(target, features));
        if (template == Template.REGRESSION) {
            return found.withTarget(target.described(), target.remark());
        }
        return found.withLabels(
                template == Template.BINARY ? target.positive() : Optional.empty(),
                target.leastLabel(),
                target.remarks());
    }

    private void requireSome(Map<String, Proposal> proposals) {
        if (!proposals.values().stream().allMatch(Proposal::isIgnored)) {
            return;
        }
        List<String> reasons = proposals.entrySet().stream()
                .limit(MOST_REASONS)
                .map(column -> "'" + column.getKey() + "' "
                        + column.getValue().remark().orElse(""))
                .toList();
        throw new DataException(
                new Location(source.source(), 1, 1),
                "there is no column to learn from"
                        + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons))
                        + (proposals.size() > MOST_REASONS ? "; and so on" : "") + "; add one");
    }

    private void add(SourceRow row) {
        List<?> cells = row.cells();
        if (cells.size() != source.header().size()) {
            throw new DataException(
                    row.location(
                            source.source(),
                            Math.min(cells.size(), source.header().size()) + 1),
                    "row has " + cells.size() + " cells, the header has "
                            + source.header().size() + "; correct the row");
        }
        rows++;
        for (int field = 0; field < cells.size(); field++) {
            Location where = row.location(source.source(), field + 1);
            String name = source.header().get(field);
            FeatureSurvey feature = features.get(name);
            if (feature == null) {
                target.add(row.text(field), where);
            } else {
                feature.add(row.text(field), where, targetField < 0 ? "" : row.text(targetField));
            }
        }
    }
}
