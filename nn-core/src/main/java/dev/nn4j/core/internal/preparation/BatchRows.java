// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.preparation;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.internal.rules.BlockStripes;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.util.Optional;

/**
 * How an epoch's rows are divided into batches. Where a batch has statistics, one row has none: a last batch of one row
 * joins the one before, unless it is left out because it is short.
 */
public final class BatchRows {
    private final int rows;
    private final int size;
    private final boolean couplesRows;
    private final Optional<BlockStripes> stripes;

    /**
     * A division.
     *
     * @throws ConfigurationException if a batch would have one row and the network needs more
     */
    public BatchRows(NetworkSpec spec, TrainingOptions options, int rows) {
        this.size = options.batchSize(rows);
        this.rows = options.dropLast() ? rows - rows % size : rows;
        this.couplesRows = spec.couplesRows();
        boolean inBlocks = options.shards() > 0 || options.order().equals(TrainingOptions.BY_CONTENT);
        this.stripes = inBlocks ? Optional.of(stripes(options, rows, size)) : Optional.empty();
        if (couplesRows && rows == 1) {
            throw new ConfigurationException(
                    "network.layers",
                    BatchNormalizationSpec.KIND + " needs at least 2 rows to train on, there is 1; give more data");
        }
        if (couplesRows && size == 1) {
            throw new ConfigurationException(
                    "training.batchSize", "must be at least 2 for " + BatchNormalizationSpec.KIND + ", got 1");
        }
    }

    private static BlockStripes stripes(TrainingOptions options, int rows, int size) {
        if (options.shards() > 0) {
            return new BlockStripes(options.shards(rows), false);
        }
        boolean whole = size % Blocks.ROWS == 0 && size / Blocks.ROWS <= TrainingOptions.MOST_SHARDS;
        return new BlockStripes(whole ? size / Blocks.ROWS : 1, size % Blocks.ROWS != 0 && size < rows);
    }

    /** How rows are shuffled where blocks of them stay together. */
    public Optional<BlockStripes> stripes() {
        return stripes;
    }

    /** Rows of all batches: the first ones in the epoch's order. */
    public int rows() {
        return rows;
    }

    /** Number of batches. */
    public int count() {
        int count = (rows - 1) / size + 1;
        return couplesRows && count > 1 && rows % size == 1 ? count - 1 : count;
    }

    /** The batch that begins with this row ends before the one returned. */
    public int end(int first) {
        int end = first + Math.min(size, rows - first);
        return couplesRows && end == rows - 1 ? rows : end;
    }

    /** Rows of the longest batch. */
    public int most() {
        return couplesRows && size < rows && rows % size == 1 ? size + 1 : size;
    }
}
