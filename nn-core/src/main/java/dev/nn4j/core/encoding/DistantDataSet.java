// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.table.WordArray;
import org.jspecify.annotations.Nullable;

/** Rows of which the first are here. */
final class DistantDataSet extends DataSet {
    private final DataSet first;

    DistantDataSet(int rows, DataSet first, @Nullable WordArray weights) {
        super(rows, first.inputWidth(), first.targetWidth(), weights);
        this.first = first;
    }

    @Override
    DataSet weighted(WordArray rowWeights) {
        return new DistantDataSet(rows(), first, rowWeights);
    }

    @Override
    public Reader newReader() {
        Reader here = first.newReader();
        return new Reader() {
            @Override
            public void read(int from, int count, float[] inputs, float[] targets) {
                requireHere(from + count - 1);
                here.read(from, count, inputs, targets);
            }

            @Override
            public void read(WordArray order, int from, int count, float[] inputs, float[] targets) {
                for (int i = from; i < from + count; i++) {
                    requireHere(order.get(i));
                }
                here.read(order, from, count, inputs, targets);
            }
        };
    }

    private void requireHere(int row) {
        if (row >= first.rows()) {
            throw new IllegalStateException("data set: row " + row + " lies elsewhere, only the first " + first.rows()
                    + " of " + rows() + " are here");
        }
    }

    @Override
    public WordArray newWords(long count) {
        return WordArray.inHeap(count);
    }
}
