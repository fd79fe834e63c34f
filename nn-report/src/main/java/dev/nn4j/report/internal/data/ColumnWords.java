// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.data;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.profile.ColumnProfile;
import dev.nn4j.core.profile.NumberProfile;
import dev.nn4j.core.profile.TextProfile;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.report.internal.page.Bars;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a profile says of a column, in words, JSON and bars. */
public final class ColumnWords {
    private static final int MOST_TOLD = 4;
    private static final int MOST_LISTED = 20;
    private static final int BARS = 24;
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final String[] NAMES = {"q05", "q25", "median", "q75", "q95"};

    private final FeatureKind kind;
    private final ColumnProfile profile;

    /** Of a column of this kind. */
    public ColumnWords(FeatureKind kind, ColumnProfile profile) {
        this.kind = kind;
        this.profile = profile;
    }

    /** The share of rows without a value: {@code 0%}, {@code 5.7%}. */
    public String missing() {
        return percent((double) profile.missing(), (double) (profile.missing() + profile.values()));
    }

    private static String percent(double part, double all) {
        return part == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", 100 * part / all);
    }

    /** How many different values there are: {@code 73}, {@code over 200}. */
    public String different() {
        return profile.match(new ColumnProfile.Cases<>() {
            @Override
            public String numbers(NumberProfile numbers) {
                return numbers.exact() ? "" + numbers.points().size() : "over 200";
            }

            @Override
            public String texts(TextProfile texts) {
                return (texts.rest() > 0 ? "over " : "") + present(texts).size();
            }
        });
    }

    private static List<Map.Entry<String, Long>> present(TextProfile texts) {
        return texts.counts().entrySet().stream()
                .filter(text -> text.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Long> text) -> -text.getValue())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** Least, median and most, or the most frequent values with their shares. */
    public String values() {
        return profile.match(new ColumnProfile.Cases<>() {
            @Override
            public String numbers(NumberProfile numbers) {
                return numbers.points().isEmpty()
                        ? ""
                        : number(numbers.points().get(0)) + " … " + number(numbers.quantile(0.5)) + " … "
                                + number(numbers.points().get(numbers.points().size() - 1));
            }

            @Override
            public String texts(TextProfile texts) {
                List<Map.Entry<String, Long>> present = present(texts);
                boolean unique = !present.isEmpty() && present.get(0).getValue() == 1 && present.size() > MOST_TOLD;
                return unique
                        ? "each once, such as " + present.get(0).getKey()
                        : present.stream()
                                        .limit(MOST_TOLD)
                                        .map(text -> text.getKey() + " "
                                                + percent(text.getValue(), texts.values() + (double) texts.missing()))
                                        .collect(Collectors.joining(", "))
                                + (present.size() > MOST_TOLD ? ", …" : "");
            }
        });
    }

    /** A number as people read it; days as the date that they are. */
    public String number(float value) {
        if (kind instanceof DateTimeKind) {
            long day = (long) Math.floor(value);
            long second = Math.round((value - day) * SECONDS_OF_A_DAY);
            LocalDateTime moment = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(second);
            return second == 0
                    ? moment.toLocalDate().toString()
                    : moment.toString().replace('T', ' ');
        }
        return ShortestNumber.of(value);
    }

    /** Ranges, quantiles and frequencies. */
    public JsonMembers json() {
        JsonMembers all = JsonMembers.none()
                .with("missing", profile.missing())
                .with("missingShare", (double) profile.missing() / (profile.missing() + profile.values()));
        return profile.match(new ColumnProfile.Cases<>() {
            @Override
            public JsonMembers numbers(NumberProfile numbers) {
                return all.withAll(numbersJson(numbers));
            }

            @Override
            public JsonMembers texts(TextProfile texts) {
                return all.with("distinct", present(texts).size())
                        .with("distinctExact", texts.rest() == 0)
                        .with(
                                "top",
                                present(texts).stream()
                                        .limit(MOST_LISTED)
                                        .map(text -> JsonMembers.none()
                                                .with("value", text.getKey())
                                                .with("count", text.getValue()))
                                        .toList());
            }
        });
    }

    private JsonMembers numbersJson(NumberProfile numbers) {
        JsonMembers json =
                JsonMembers.none().with("distinct", numbers.points().size()).with("distinctExact", numbers.exact());
        if (numbers.points().isEmpty()) {
            return json;
        }
        json = value(json, "min", numbers.points().get(0));
        for (int i = 0; i < SHARES.length; i++) {
            json = value(json, NAMES[i], numbers.quantile(SHARES[i]));
        }
        return value(json, "max", numbers.points().get(numbers.points().size() - 1));
    }

    private JsonMembers value(JsonMembers json, String name, float value) {
        return kind instanceof DateTimeKind
                ? json.with(name, number(value))
                : json.with(name, Double.parseDouble(ShortestNumber.of(value)));
    }

    /** Its distribution. */
    public String bars() {
        return profile.match(new ColumnProfile.Cases<>() {
            @Override
            public String numbers(NumberProfile numbers) {
                return Bars.svg(heights(numbers), values());
            }

            @Override
            public String texts(TextProfile texts) {
                return Bars.svg(
                        present(texts).stream()
                                .limit(BARS)
                                .mapToDouble(Map.Entry::getValue)
                                .toArray(),
                        values());
            }
        });
    }

    /** Of bars of one width between the quantiles 0.01 and 0.99; what lies beyond stands in the outermost. */
    private static double[] heights(NumberProfile numbers) {
        if (numbers.points().size() <= BARS) {
            return numbers.counts().stream().mapToDouble(count -> count).toArray();
        }
        double low = numbers.quantile(0.01);
        double high = numbers.quantile(0.99);
        double[] heights = new double[BARS];
        for (int i = 0; i < numbers.points().size(); i++) {
            double to = numbers.points().get(i);
            double from = numbers.exact() || i == 0 ? to : numbers.points().get(i - 1);
            spread(from, to, numbers.counts().get(i), low, high, heights);
        }
        return heights;
    }

    private static void spread(double from, double to, double count, double low, double high, double[] heights) {
        int first = bar(from, low, high);
        int last = bar(to, low, high);
        for (int bar = first; bar <= last; bar++) {
            heights[bar] += count / (last - first + 1);
        }
    }

    private static int bar(double value, double low, double high) {
        double share = high > low ? (value - low) / (high - low) : 0;
        return (int) Math.max(0, Math.min(BARS - 1, Math.floor(share * BARS)));
    }
}
