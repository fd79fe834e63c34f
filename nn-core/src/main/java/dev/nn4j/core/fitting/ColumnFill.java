// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.List;

/** Finds the raw numbers that are to stand for a missing value of a column. */
interface ColumnFill {
    /** Takes in the raw numbers of a row, which comes after all rows before; NaN if its value is missing. */
    void add(int row, float[] raw);

    /** Number of values. */
    int count();

    /** What was found; there must be at least one value, and none is added afterwards. */
    List<Float> fill();

    /** Gives words. */
    interface FillRoom {
        /** Zeros, so many for each row. */
        WordArray of(int numbers);
    }

    /** What a policy that fills asks for, of a kind of values. */
    static ColumnFill of(FeatureKind kind, MissingPolicy policy, FillRoom room) {
        return kind instanceof DateTimeKind date && policy != MissingPolicy.MEAN
                ? new DateFill(date.parts(), policy, room.of(kind.rawWidth()))
                : new PartFill(kind.rawWidth(), policy, room);
    }

    /** Each number by itself. */
    final class PartFill implements ColumnFill {
        private final List<FillStatistic> statistics = new ArrayList<>();

        PartFill(int width, MissingPolicy policy, FillRoom room) {
            for (int i = 0; i < width; i++) {
                statistics.add(FillStatistic.of(policy, () -> room.of(1)));
            }
        }

        @Override
        public void add(int row, float[] raw) {
            for (int i = 0; i < raw.length; i++) {
                if (!Float.isNaN(raw[i])) {
                    statistics.get(i).add(row, raw[i]);
                }
            }
        }

        @Override
        public int count() {
            return statistics.get(0).count();
        }

        @Override
        public List<Float> fill() {
            return statistics.stream().map(FillStatistic::value).toList();
        }
    }
}
