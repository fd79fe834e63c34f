// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The marks of missing values in a column, some of which are words: who writes "none" often may well mean a value. */
final class MarkSurvey {
    private static final String NONE = "none";
    private static final double OFTEN = 0.05;
    /** The other words are written by programs, for what is missing; one that most cells hold tells something. */
    private static final double MOSTLY = 0.5;

    private static final long FEWEST = 2;

    private final Map<String, Integer> counts = new TreeMap<>();
    private long marks;

    void add(String cell) {
        marks++;
        String text = cell.strip();
        if (text.chars().anyMatch(Character::isLetter)) {
            counts.merge(text, 1, Integer::sum);
        }
    }

    /** The words that are values in a column of texts, with how often they are there. */
    Map<String, Integer> words(long values) {
        Map<String, Integer> words = new TreeMap<>();
        counts.forEach((word, count) -> {
            double share = (double) count / (marks + values);
            if (count >= FEWEST && share >= (word.equalsIgnoreCase(NONE) ? OFTEN : MOSTLY)) {
                words.put(word, count);
            }
        });
        return words;
    }

    /** The same with every spelling of each, as upper and lower case say the same to who reads data. */
    Map<String, Integer> spellings(Map<String, Integer> words) {
        Map<String, Integer> spellings = new TreeMap<>();
        counts.forEach((word, count) -> {
            if (words.keySet().stream().anyMatch(word::equalsIgnoreCase)) {
                spellings.put(word, count);
            }
        });
        return spellings;
    }

    /** Whether one of these words is among them, in whatever case. */
    boolean has(Map<String, Integer> words) {
        return !spellings(words).isEmpty();
    }

    /** As messages name them. */
    static String told(Map<String, Integer> words, long rows) {
        List<String> told = new ArrayList<>();
        words.forEach((word, count) -> told.add("'" + word + "' in " + count + " of " + rows + " rows"));
        return String.join(", ", told);
    }
}
