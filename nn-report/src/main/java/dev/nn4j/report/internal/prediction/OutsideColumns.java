// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.profile.OutsideCheck;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import java.util.List;

/** How many values of a row lie outside what training saw. */
public final class OutsideColumns implements PredictedColumns {
    private final Schema schema;
    private final TrainingProfile profile;
    private final OutsideCheck check;
    private final RowBinding binding;

    /** Of the rows of a source. */
    public OutsideColumns(Schema schema, TrainingProfile profile, RowSource rows) {
        this(schema, profile, schema.bind(rows.source(), rows.header()));
    }

    private OutsideColumns(Schema schema, TrainingProfile profile, RowBinding binding) {
        this.schema = schema;
        this.profile = profile;
        this.check = new OutsideCheck(schema, profile);
        this.binding = binding;
    }

    @Override
    public PredictedColumns ofThread() {
        return new OutsideColumns(schema, profile, binding);
    }

    @Override
    public List<String> header() {
        return List.of("outside");
    }

    @Override
    public void append(PredictedBlock block, int row, List<String> cells) {
        cells.add(Integer.toString(check.outside(block.read().get(row), binding)));
    }
}
