// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.line;

import dev.nn4j.cli.console.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a file of arguments: divided by blanks and line ends; between {@code "} or {@code '} every character stands
 * for itself; a word that begins with {@code #} begins a comment, to the end of its line.
 */
final class ArgumentWords {
    private static final char NONE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean inComment;
    private char quote = NONE;

    private ArgumentWords() {}

    /** The words of a text; the name is for the message about a quote that is not closed. */
    static List<String> of(String name, String text) {
        ArgumentWords words = new ArgumentWords();
        text.chars().forEach(character -> words.take((char) character));
        if (words.quote != NONE) {
            throw Failure.usage(name + ": a " + words.quote + " is not closed; add the second one");
        }
        words.end();
        return words.words;
    }

    private void take(char character) {
        if (inComment) {
            inComment = character != '\n' && character != '\r';
        } else if (quote != NONE) {
            quoted(character);
        } else if (character == '"' || character == '\'') {
            quote = character;
            inWord = true;
        } else if (Character.isWhitespace(character)) {
            end();
        } else if (character == '#' && !inWord) {
            inComment = true;
        } else {
            inWord = true;
            word.append(character);
        }
    }

    private void quoted(char character) {
        if (character == quote) {
            quote = NONE;
        } else {
            word.append(character);
        }
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
