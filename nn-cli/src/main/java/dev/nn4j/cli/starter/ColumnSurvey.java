// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.io.CsvRow;
import dev.nn4j.io.CsvRows;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through a data file once: what its columns hold. */
public final class ColumnSurvey {
    private final CsvRows source;
    private final int targetField;
    private final TargetSurvey target = new TargetSurvey();
    private final Map<String, FeatureSurvey> features = new LinkedHashMap<>();
    private long rows;

    private ColumnSurvey(CsvRows source, String target) {
        this.source = source;
        this.targetField = source.header().indexOf(target);
        if (targetField < 0) {
            throw new DataException(
                    new Location(source.source(), 1, 1),
                    "there is no column '" + target + "'" + NearestName.hint(target, source.header()));
        }
        source.header().stream()
                .filter(name -> !name.equals(target))
                .forEach(name -> features.put(name, new FeatureSurvey(name)));
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

    /** What the target holds. */
    public TargetSurvey target() {
        return target;
    }

    /** What a configuration is to be fitted to. */
    public Surroundings surroundings(Template template) {
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        features.forEach((name, survey) -> proposals.put(name, survey.proposal()));
        if (proposals.values().stream().allMatch(Proposal::isIgnored)) {
            throw new DataException(new Location(source.source(), 1, 1), "there is no column to learn from; add one");
        }
        int outputs = template == Template.MULTICLASS ? target.labels() : 1;
        Surroundings features = Surroundings.of(source.header().get(targetField), proposals, outputs, rows);
        return template == Template.REGRESSION ? features.withTarget(target.described(), target.remark()) : features;
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
            String name = source.header().get(field);
            FeatureSurvey feature = features.get(name);
            if (feature == null) {
                target.add(cells.get(field), name, where);
            } else {
                feature.add(cells.get(field), where);
            }
        }
    }
}
