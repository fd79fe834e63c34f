// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.data.Table;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Features that hold one value only: scaling leaves them at zero, and nothing can be learned from them. */
final class ConstantColumns {
    private static final Logger LOG = LoggerFactory.getLogger(ConstantColumns.class);

    private ConstantColumns() {}

    /** Warns of each. */
    static void warn(Table table, List<String> features) {
        for (String feature : features) {
            float[] values = table.numbers(feature);
            if (values.length > 1 && isConstant(values)) {
                LOG.warn(
                        "{}: column '{}' is {} in every row, which tells nothing; ignore it, or check the data",
                        table.source(),
                        feature,
                        values[0]);
            }
        }
    }

    private static boolean isConstant(float[] values) {
        for (float value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
