// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentException.Reason;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts as numbers, and what the network sees of each number.
 *
 * @param codes of texts, from 0 on
 * @param other the code of all other texts
 * @param inputs one row for each code, row-major
 */
record TextCodes(Map<String, Long> codes, long other, float[] inputs) {
    /** As many rows as that, each as wide, are 16 MB. */
    private static final int MOST_CATEGORIES = 2_000;

    private static final int MOST_DECIMALS = 6;
    private static final List<String> NO_OR_YES = List.of("no", "yes");

    /**
     * The texts of a category.
     *
     * @throws ComponentException if there are too many
     */
    static TextCodes of(Feature feature, CategoryKind category) {
        Map<String, Long> codes = new TreeMap<>();
        int count = category.categories().size();
        if (!category.isIndex()) { // whose rows are a number each
            requireFew(feature, count);
        }
        addMarks(codes, feature, count + 1);
        for (int i = 0; i < count; i++) {
            codes.put(category.categories().get(i), (long) i);
        }
        return new TextCodes(codes, count, inputs(feature, count));
    }

    /** The texts that say yes or no. */
    static TextCodes ofBoolean(Feature feature) {
        Map<String, Long> codes = new TreeMap<>();
        addMarks(codes, feature, NO_OR_YES.size() + 1);
        add(codes, BooleanKind.words(false), 0);
        add(codes, BooleanKind.words(true), 1);
        addNumbers(codes);
        float[] inputs = inputs(feature, NO_OR_YES.size());
        // neither yes nor no is an error, for which there are no inputs
        int width = feature.inputWidth();
        Arrays.fill(inputs, NO_OR_YES.size() * width, (NO_OR_YES.size() + 1) * width, Float.NaN);
        return new TextCodes(codes, NO_OR_YES.size(), inputs);
    }

    /** What the model itself makes of each value, then of another, then of none. */
    private static float[] inputs(Feature feature, int values) {
        float[] raw = new float[values + 2];
        for (int i = 0; i <= values; i++) {
            raw[i] = i;
        }
        raw[values + 1] = Float.NaN;
        return new InputEncoder(List.of(feature), Scaler.none()).encodeAll(raw);
    }

    /** Own marks in the cases that people write: all others would double the codes with each letter. */
    private static void addMarks(Map<String, Long> codes, Feature feature, long code) {
        codes.put("", code);
        MissingMarks marks = feature.missing().marks();
        if (marks.isUsual()) {
            add(codes, marks.texts(), code);
            return;
        }
        for (String mark : marks.texts()) {
            codes.put(mark, code);
            codes.put(mark.toLowerCase(Locale.ROOT), code);
            codes.put(mark.toUpperCase(Locale.ROOT), code);
        }
    }

    private static void add(Map<String, Long> codes, Iterable<String> words, long code) {
        for (String word : words) {
            addInEveryCase(codes, "", word, code);
        }
    }

    /** The ways that programs write 1 and 0 as numbers: 1.0 or 0.000000. */
    private static void addNumbers(Map<String, Long> codes) {
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            codes.put("0." + "0".repeat(decimals), 0L);
            codes.put("1." + "0".repeat(decimals), 1L);
        }
    }

    /** ONNX compares texts as they are. */
    private static void addInEveryCase(Map<String, Long> codes, String start, String rest, long code) {
        if (rest.isEmpty()) {
            codes.put(start, code);
            return;
        }
        char letter = rest.charAt(0);
        addInEveryCase(codes, start + letter, rest.substring(1), code);
        if (Character.isLowerCase(letter)) {
            addInEveryCase(codes, start + Character.toUpperCase(letter), rest.substring(1), code);
        }
    }

    private static void requireFew(Feature feature, int categories) {
        if (categories > MOST_CATEGORIES) {
            throw new ComponentException(
                    Reason.UNSUPPORTED,
                    feature.name(),
                    "feature '" + feature.name() + "' cannot be exported to ONNX: it must have at most "
                            + MOST_CATEGORIES + " categories, got " + categories
                            + "; train with fewer ('rare' joins them) or use the model itself");
        }
    }
}
