// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts each value of a column into one of a few parts: numbers by their twentieths, texts each into its own; gaps, and texts
 * that are not listed, into one part each.
 */
final class ColumnBins implements CellSink {
    private static final int PARTS = 20;

    private final List<Float> ends = new ArrayList<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final int values;
    private int bin;

    ColumnBins(ColumnProfile profile) {
        this.values = profile.match(new ColumnProfile.Cases<Integer>() {
            @Override
            public Integer numbers(NumberProfile numbers) {
                return endsOf(numbers);
            }

            @Override
            public Integer texts(TextProfile texts) {
                texts.counts().keySet().forEach(text -> ColumnBins.this.texts.put(text, ColumnBins.this.texts.size()));
                return texts.counts().size() + 1;
            }
        });
    }

    private int endsOf(NumberProfile numbers) {
        long all = numbers.values();
        long below = 0;
        long next = 1;
        for (int i = 0; i < numbers.points().size() - 1; i++) {
            below += numbers.counts().get(i);
            if (below * PARTS >= next * all) {
                ends.add(numbers.points().get(i));
                next = below * PARTS / all + 1;
            }
        }
        return ends.size() + 1;
    }

    /** How many parts there are, that of gaps, the last, included. */
    int count() {
        return values + 1;
    }

    /** The part of the value that was seen last. */
    int bin() {
        return bin;
    }

    @Override
    public void missing() {
        bin = values;
    }

    @Override
    public void number(float value) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= ends.get(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        bin = low;
    }

    @Override
    public void text(String text) {
        bin = texts.getOrDefault(text, values - 1);
    }
}
