// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.table.WordArray;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some rows of another data set, in an order of their own, read where they are. */
final class SelectedDataSet extends DataSet {
    private final DataSet all;
    private final WordArray indices;

    private SelectedDataSet(DataSet all, WordArray indices, @Nullable WordArray weights) {
        super(
                ArrayLength.of("selected rows of a data set", indices.length()),
                all.inputWidth(),
                all.targetWidth(),
                weights);
        this.all = all;
        this.indices = indices;
    }

    static DataSet of(DataSet all, WordArray indices) {
        for (long i = 0; i < indices.length(); i++) {
            Objects.checkIndex(indices.get(i), all.rows());
        }
        return new SelectedDataSet(all, indices, all.isWeighted() ? weights(all, indices) : null);
    }

    private static WordArray weights(DataSet all, WordArray indices) {
        WordArray weights = all.newWords(indices.length());
        for (long i = 0; i < indices.length(); i++) {
            weights.set(i, Float.floatToRawIntBits(all.weight(indices.get(i))));
        }
        return weights;
    }

    @Override
    DataSet weighted(WordArray rowWeights) {
        return new SelectedDataSet(all, indices, rowWeights);
    }

    @Override
    public Reader newReader() {
        return new Selecting();
    }

    @Override
    public WordArray newWords(long count) {
        return all.newWords(count);
    }

    /** Says which rows of the other data set are wanted, and has them read. */
    private final class Selecting implements Reader {
        private final Reader reader = all.newReader();
        private WordArray wanted = WordArray.inHeap(0);

        @Override
        public void read(int first, int count, float[] inputs, float[] targets) {
            reader.read(indices, first, count, inputs, targets);
        }

        @Override
        public void read(WordArray order, int first, int count, float[] inputs, float[] targets) {
            if (wanted.length() < count) {
                wanted = WordArray.inHeap(count);
            }
            for (int i = 0; i < count; i++) {
                wanted.set(i, indices.get(order.get(first + i)));
            }
            reader.read(wanted, 0, count, inputs, targets);
        }
    }
}
