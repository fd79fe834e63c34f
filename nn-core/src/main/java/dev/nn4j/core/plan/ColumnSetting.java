// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The declaration of one setting of a column: its name, what it can be, its default and its meaning.
 *
 * @param name in configurations and checkpoints
 * @param form what it can be
 * @param noun what its words are, for messages: {@code policy}; empty if it has none
 * @param words that it can be, or that each of its words can be; empty if any text will do
 * @param usual what it is where nothing is said, in words
 * @param meaning what it does, in a few words
 * @since 0.1.0
 */
public record ColumnSetting(String name, Form form, String noun, List<String> words, String usual, String meaning) {
    /** What a setting can be, and the type of its value in Java. */
    public enum Form {
        /** A {@link String}. */
        TEXT(String.class),
        /** One of a few words, a {@link String}. */
        WORD(String.class),
        /** A whole number of at least 0, a {@link Long}. */
        COUNT(Long.class),
        /** A {@link Boolean}. */
        FLAG(Boolean.class),
        /** A {@link List} of {@link String}s. */
        TEXTS(List.class),
        /** Some of a few words, a {@link List} of {@link String}s. */
        WORDS(List.class);

        private final Class<?> type;

        Form(Class<?> type) {
            this.type = type;
        }

        /** Of its values. */
        public Class<?> type() {
            return type;
        }

        /** Whether its value is a list. */
        public boolean isList() {
            return this == TEXTS || this == WORDS;
        }
    }

    /** Copies the list. */
    public ColumnSetting {
        words = List.copyOf(words);
    }

    /** One that has no words of its own. */
    static ColumnSetting of(Form form, String name, String usual, String meaning) {
        return new ColumnSetting(name, form, "", List.of(), usual, meaning);
    }

    /** One or some of a few words. */
    static ColumnSetting of(Form form, String name, String noun, List<String> words, String usual, String meaning) {
        return new ColumnSetting(name, form, noun, words, usual, meaning);
    }

    /** The words of an enum. */
    static <E> List<String> wordsOf(E[] values, Function<E, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    /** Whether it has nothing against a word. */
    public boolean allows(String word) {
        return words.isEmpty() || words.contains(word);
    }

    /** What it can be, as people read it after "must be". */
    public String allowed() {
        return switch (form) {
            case TEXT -> "a text";
            case COUNT -> "a whole number at least 0";
            case FLAG -> "true or false";
            case TEXTS -> "a text or a list of texts";
            case WORD -> words.size() == 2 ? String.join(" or ", words) : "one of " + String.join(", ", words);
            case WORDS -> "some of " + String.join(", ", words);
        };
    }
}
