// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.core.table.Table;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table on its way to executors, each of which makes it once. */
public final class SharedTable implements Serializable {
    private static final long serialVersionUID = 1;

    private final RowPlan plan;
    private final byte[][] records;
    private transient volatile @Nullable Table table;

    SharedTable(RowPlan plan, List<byte[]> records) {
        this.plan = plan;
        this.records = records.toArray(new byte[0][]);
    }

    /** How its rows were read. */
    public RowPlan plan() {
        return plan;
    }

    /** The rows, in the order of their content. */
    public Table table() {
        Table known = table;
        return known != null ? known : make();
    }

    private synchronized Table make() {
        Table known = table;
        if (known == null) {
            known = new RecordFormat(plan).decode(List.of(records), 1);
            table = known;
        }
        return known;
    }
}
