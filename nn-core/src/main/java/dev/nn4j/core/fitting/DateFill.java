// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds one of a column's dates to stand for those that are missing, since parts of several make none: 31 and February. It
 * is the middle one in order of time, of two the earlier, or the most frequent one, of equals the first. In order of time
 * are those parts that the column shows, from the greatest on. Memory does not grow with the number of different dates.
 */
final class DateFill implements ColumnFill {
    private static final List<DatePart> BY_TIME = List.of(
            DatePart.DAYS,
            DatePart.YEAR,
            DatePart.QUARTER,
            DatePart.MONTH,
            DatePart.DAY_OF_YEAR,
            DatePart.DAY,
            DatePart.HOUR,
            DatePart.MINUTE,
            DatePart.SECOND,
            DatePart.WEEKDAY);
    /** So many different dates are counted at once. */
    static final int MOST_COUNTED = 1 << 18;

    private static final int MOST_DIVISIONS = 1 << 16;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final MissingPolicy policy;
    private final WordArray values;
    private final int mostCounted;
    /** Places of the parts in a raw row, in order of time. */
    private final int[] order;

    private int count;

    DateFill(List<DatePart> parts, MissingPolicy policy, WordArray values) {
        this(parts, policy, values, MOST_COUNTED);
    }

    DateFill(List<DatePart> parts, MissingPolicy policy, WordArray values, int mostCounted) {
        this.policy = policy;
        this.values = values;
        this.mostCounted = mostCounted;
        this.order = parts.stream()
                .sorted(Comparator.comparing(BY_TIME::indexOf))
                .mapToInt(parts::indexOf)
                .toArray();
    }

    @Override
    public void add(int row, float[] raw) {
        if (!Float.isNaN(raw[0])) {
            values.write((long) count * order.length, raw, 0, order.length);
            count++;
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public List<Float> fill() {
        return policy == MissingPolicy.MEDIAN ? middle() : mostFrequent();
    }

    /** Part by part: of the dates that have the parts found so far, the one in whose run the middle lies. */
    private List<Float> middle() {
        float[] found = new float[order.length];
        long before = (count - 1L) / 2;
        for (int part = 0; part < order.length; part++) {
            TreeMap<Float, Integer> times = new TreeMap<>();
            for (int date = 0; date < count; date++) {
                if (agrees(date, found, part)) {
                    times.merge(number(date, part), 1, Integer::sum);
                }
            }
            for (Map.Entry<Float, Integer> value : times.entrySet()) {
                found[part] = value.getKey();
                if (before < value.getValue()) {
                    break;
                }
                before -= value.getValue();
            }
        }
        return inPlaces(asList(found));
    }

    private boolean agrees(int date, float[] found, int parts) {
        for (int part = 0; part < parts; part++) {
            if (number(date, part) != found[part]) {
                return false;
            }
        }
        return true;
    }

    /** Where there are more different dates than can be counted at once they are divided by their hash codes. */
    private List<Float> mostFrequent() {
        int divisions = 1;
        Best best = new Best();
        for (int division = 0; division < divisions; division++) {
            int most = divisions < MOST_DIVISIONS ? mostCounted : Integer.MAX_VALUE - 1;
            Map<List<Float>, Integer> times = counted(division, divisions, most);
            if (times.size() > most) {
                divisions *= 2;
                division = -1;
                best = new Best();
            } else {
                times.forEach(best::take);
            }
        }
        return inPlaces(best.date);
    }

    private Map<List<Float>, Integer> counted(int division, int divisions, int most) {
        Map<List<Float>, Integer> times = new HashMap<>();
        float[] date = new float[order.length];
        for (int d = 0; d < count && times.size() <= most; d++) {
            for (int part = 0; part < date.length; part++) {
                date[part] = number(d, part);
            }
            if (division(date, divisions) == division) {
                times.merge(asList(date), 1, Integer::sum);
            }
        }
        return times;
    }

    private static int division(float[] date, int divisions) {
        long mixed = 0;
        for (float part : date) {
            mixed = (mixed + Float.floatToIntBits(part)) * GOLDEN_RATIO;
            mixed ^= mixed >>> Integer.SIZE;
        }
        return Math.floorMod(mixed, divisions);
    }

    private static final class Best {
        private List<Float> date = List.of();
        private int times;

        private void take(List<Float> other, int often) {
            if (often > times || (often == times && isBefore(other, date))) {
                date = other;
                times = often;
            }
        }

        private static boolean isBefore(List<Float> one, List<Float> other) {
            int part = 0;
            while (part < one.size() - 1 && one.get(part).equals(other.get(part))) {
                part++;
            }
            return one.get(part) < other.get(part);
        }
    }

    private float number(int date, int part) {
        return values.number((long) date * order.length + order[part]);
    }

    private static List<Float> asList(float[] numbers) {
        List<Float> list = new ArrayList<>(numbers.length);
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }

    /** Parts in order of time, in the order of the column. */
    private List<Float> inPlaces(List<Float> found) {
        float[] raw = new float[order.length];
        for (int part = 0; part < raw.length; part++) {
            raw[order[part]] = found.get(part);
        }
        return asList(raw);
    }
}
