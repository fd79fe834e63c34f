// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.internal.words.CodeMemo;
import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether one column alone tells the target of every row: it may well have been written down after the target was. */
abstract class TargetLeakage implements ColumnWalk.Column {
    private static final double ALL_BUT_EQUAL = 0.99999;
    /** Texts of a column beyond which it is no wonder that each tells the target. */
    private static final int MOST_TEXTS = 1 << 16;

    private final Feature feature;

    private TargetLeakage(Feature feature) {
        this.feature = feature;
    }

    /**
     * The features that tell the target of these rows, found in one or two walks over them; none tells several targets.
     *
     * @param classes each row's label as an index, where there are labels
     */
    static Set<Feature> in(Schema schema, Table table, WordArray classes) {
        List<TargetLeakage> leaks;
        if (schema.task().hasLabels()) {
            leaks = schema.features().stream()
                    .map(feature ->
                            ofLabels(feature, table, classes, schema.labels().size()))
                    .toList();
        } else if (schema.targets().size() == 1) {
            Column targets = table.numbersOf(schema.targets().get(0));
            leaks = schema.features().stream()
                    .filter(feature -> !feature.cellType().isText())
                    .<TargetLeakage>map(feature -> new Correlation(feature, table.numbersOf(feature.name()), targets))
                    .toList();
        } else {
            leaks = List.of();
        }
        List<TargetLeakage> looking = leaks;
        while (!looking.isEmpty()) {
            ColumnWalk.over(table.rows(), table.threads(), table.cancellation(), looking);
            looking = looking.stream().filter(leak -> leak.again(table.rows())).toList();
        }
        return leaks.stream()
                .filter(leak -> leak.tells(table.rows()))
                .map(leak -> leak.feature)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static TargetLeakage ofLabels(Feature feature, Table table, WordArray classes, int labels) {
        return feature.cellType().isText()
                ? new LabelOfText(feature, table.textsOf(feature.name()), classes)
                : new RangeOfLabel(feature, table, classes, labels);
    }

    /** Whether it must see all rows again, having seen them. */
    boolean again(int rows) {
        return false;
    }

    abstract boolean tells(int rows);

    /** Every text has one label. */
    private static final class LabelOfText extends TargetLeakage {
        private final Column texts;
        private final WordArray classes;
        private final CodeMemo<Integer> known = new CodeMemo<>();
        private final Map<String, Integer> labelOf = new HashMap<>();
        private boolean tells = true;

        LabelOfText(Feature feature, Column texts, WordArray classes) {
            super(feature);
            this.texts = texts;
            this.classes = classes;
        }

        @Override
        public void see(int from, int to) {
            for (int row = from; tells && row < to; row++) {
                int label = classes.get(row);
                int code = texts.code(row);
                Integer before = known.get(code);
                if (before == null) {
                    before = labelOf.putIfAbsent(texts.text(row), label);
                    known.put(code, before == null ? label : before);
                }
                tells = (before == null || before == label) && labelOf.size() <= MOST_TEXTS;
            }
        }

        @Override
        boolean tells(int rows) {
            return tells && 2L * labelOf.size() <= rows;
        }
    }

    /** The labels' ranges of a number do not meet. */
    private static final class RangeOfLabel extends TargetLeakage {
        private final Column numbers;
        private final boolean finer;
        private final WordArray classes;
        private final double[] least;
        private final double[] most;
        private float[] block = new float[0];
        private boolean meeting;
        private long next = 1;

        RangeOfLabel(Feature feature, Table table, WordArray classes, int labels) {
            super(feature);
            this.numbers = table.numbersOf(feature.name());
            this.finer = table.isFiner(feature.name());
            this.classes = classes;
            this.least = new double[labels];
            this.most = new double[labels];
            Arrays.fill(least, Float.POSITIVE_INFINITY);
            Arrays.fill(most, Float.NEGATIVE_INFINITY);
        }

        /** Ranges that have met will never part: nearly all columns are done with after the first rows. */
        @Override
        public void see(int from, int to) {
            if (meeting) {
                return;
            }
            if (finer) {
                for (int row = from; row < to; row++) {
                    widen(classes.get(row), numbers.exact(row));
                }
            } else {
                seeFloats(from, to);
            }
            if (to >= next) { // seldom, as there may be many labels
                meeting = doMeet();
                next = 2L * to;
            }
        }

        private void seeFloats(int from, int to) {
            block = block.length < to - from ? new float[to - from] : block;
            numbers.numbersOf(from, to, block, 0, 1);
            for (int row = from; row < to; row++) {
                widen(classes.get(row), block[row - from]);
            }
        }

        private void widen(int label, double number) {
            least[label] = Math.min(least[label], number);
            most[label] = Math.max(most[label], number);
        }

        @Override
        boolean tells(int rows) {
            return !meeting && !doMeet();
        }

        private boolean doMeet() {
            Integer[] byLeast = IntStream.range(0, least.length)
                    .filter(label -> !(least[label] > most[label])) // of a label without rows
                    .boxed()
                    .sorted(Comparator.comparing(label -> least[label]))
                    .toArray(Integer[]::new);
            for (int i = 1; i < byLeast.length; i++) {
                if (!(most[byLeast[i - 1]] < least[byLeast[i]])) {
                    return true; // NaN, a missing value, tells nothing
                }
            }
            return false;
        }
    }

    /** The correlation of number and target is all but one. */
    private static final class Correlation extends TargetLeakage {
        private final Column numbers;
        private final Column targets;
        private boolean centred;
        private double meanX;
        private double meanY;
        private double xx;
        private double yy;
        private double xy;

        Correlation(Feature feature, Column numbers, Column targets) {
            super(feature);
            this.numbers = numbers;
            this.targets = targets;
        }

        @Override
        public void see(int from, int to) {
            for (int row = from; row < to; row++) {
                if (!centred) {
                    meanX += numbers.exact(row);
                    meanY += targets.exact(row);
                    continue;
                }
                double x = numbers.exact(row) - meanX;
                double y = targets.exact(row) - meanY;
                xx += x * x;
                yy += y * y;
                xy += x * y;
            }
        }

        /** The first walk finds the means. */
        @Override
        boolean again(int rows) {
            if (centred) {
                return false;
            }
            meanX /= rows;
            meanY /= rows;
            centred = true;
            return true;
        }

        @Override
        boolean tells(int rows) {
            return xy * xy > ALL_BUT_EQUAL * xx * yy; // false for NaN
        }
    }
}
