// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import dev.nn4j.api.NearestName;
import java.util.List;

/** Which of the texts that training had is most likely meant by one that it had not. */
public final class NearestText {
    /** Words longer than that are no slips of each other, and are dear to compare. */
    private static final int MOST_LENGTH = 64;

    private static final int MOST_COMPARED = 1000;

    private NearestText() {}

    /** The same number written otherwise, the same but for case and blanks, or a few letters apart; else nothing. */
    public static String of(String text, List<String> known) {
        double number = DecimalCell.valueOf(text);
        for (String one : known) {
            boolean sameNumber = !Double.isNaN(number) && DecimalCell.valueOf(one) == number;
            if (sameNumber || one.strip().equalsIgnoreCase(text.strip())) {
                return one;
            }
        }
        if (text.length() > MOST_LENGTH) {
            return "";
        }
        List<String> comparable = known.stream()
                .filter(one -> one.length() <= MOST_LENGTH)
                .limit(MOST_COMPARED)
                .toList();
        return NearestName.of(text, comparable).orElse("");
    }
}
