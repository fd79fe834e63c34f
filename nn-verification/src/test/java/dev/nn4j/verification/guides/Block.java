// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param place the page and the line of the fence
 * @param language the first word behind the fence; empty if there is none
 * @param word the second, which readers do not see; empty if there is none
 * @param text what stands between the fences
 */
record Block(String place, String language, String word, String text) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^(\\h*)```(.*?)$\\R(.*?)^\\1```\\h*$");

    /** The blocks of a page, in order. */
    static List<Block> of(Path page) throws IOException {
        String text = Files.readString(page);
        List<Block> blocks = new ArrayList<>();
        for (MatchResult fenced : FENCED.matcher(text).results().toList()) {
            long line = text.substring(0, fenced.start()).lines().count() + 1;
            String[] words = fenced.group(2).strip().split("\\h+", 2);
            blocks.add(new Block(
                    page.getFileName() + ":" + line,
                    words[0],
                    words.length > 1 ? words[1] : "",
                    fenced.group(3).indent(-fenced.group(1).length())));
        }
        return blocks;
    }

    /** With a word replaced in its text. */
    Block with(String shown, String used) {
        return new Block(place, language, word, text.replace(shown, used));
    }

    /** What a page holds beside its blocks. */
    static String rest(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    @Override
    public String toString() {
        return (place + " " + language + " " + word).strip() + ": "
                + text.lines().findFirst().orElse("").strip();
    }
}
