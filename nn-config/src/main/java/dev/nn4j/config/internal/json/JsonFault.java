// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is no JSON in words for people who write configurations; the parser's are about its own features. */
final class JsonFault {
    /** The first that fits counts. */
    private static final List<Fault> KNOWN = List.of(
            fault(
                    "Unexpected character .*expected a hex-digit.*",
                    "four hexadecimal digits must follow a backslash and u in a text, as in \\\\u00e9"),
            fault(
                    "Unexpected character (\\('[/#]'|.*was expecting either '\\*' or '/').*",
                    "a comment begins with // or stands between /* and */; correct this one"),
            fault(".*Decimal point not followed by a digit.*", "a digit must follow a number's point, as in 1.0"),
            fault(".*Exponent indicator not followed by a digit.*", "a digit must follow a number's e, as in 1e-3"),
            fault(
                    "Unexpected character \\('(.+?)' .*to follow minus sign.*",
                    "a digit must follow a minus sign, got $1"),
            fault(
                    "Unexpected character \\('[\\h\u200b\ufeff]' \\(code (\\d+).*",
                    "a character that cannot be seen stands here, the one with the number $1; remove it"),
            fault(
                    "Unexpected character \\('([\u00ab\u00bb\u2018-\u201f])' .*",
                    "texts and keys must be in straight double quotes, got $1"),
            fault(
                    "Unexpected character \\('}'.*double-quote to start.*",
                    "a key is lacking before this }; remove the comma"),
            fault("Unexpected character \\('''.*", "texts and keys must be in double quotes, got a single one"),
            fault(
                    "Unexpected character \\('(\\d)' .*double-quote to start.*",
                    "a key in double quotes must begin here, got $1; a number has a decimal point, no comma"),
            fault(
                    "Unexpected character \\('(.+?)' .*double-quote to start.*",
                    "a key in double quotes must begin here, got $1"),
            fault(
                    "Unexpected character \\('([A-Za-z_.])' .*was expecting comma.*",
                    "a comma is lacking before $1; if it belongs to a number, write that in decimal digits, as in 16 or"
                            + " 1.5e3"),
            fault("Unexpected character.*was expecting comma.*", "a comma is lacking before this"),
            fault("Unexpected character.*was expecting a colon.*", "a colon is lacking between a key and its value"),
            fault(
                    "Unexpected character \\('([}\\],:])' .*",
                    "a value is lacking before this $1; write it, or remove the comma or the key before it"),
            fault(
                    "Unexpected character \\('(.+?)' .*",
                    "no value begins with $1; write a number, true, false, null, a text in double quotes, a list in [ ]"
                            + " or an object in { }"),
            fault("Unexpected close marker '(.)': expected '(.)'.*", "$2 must close first, got $1"),
            fault(
                    "Unrecognized token '(.*?)'.*",
                    "$1 is no value; a text must be in double quotes, and other words are true, false and null only"),
            fault("Non-standard token '(.*?)'.*", "$1 is no number; write a finite one"),
            fault(".*Leading zeroes not allowed.*", "no number begins with a 0 before other digits; remove it"),
            fault(
                    "Illegal unquoted character \\(\\(CTRL-CHAR, code (?!9\\)|10\\)|13\\))(\\d+).*",
                    "a text must not hold a control character, got the one with the number $1; remove it"),
            fault("Illegal unquoted character.*", "a text must end on its line and hold no tab; close its quote"),
            fault("Illegal character.*", "a control character stands here; remove it"),
            fault(
                    "Unrecognized character escape '(.)'.*",
                    "a backslash in a text must be written twice; before a $1 it stands for no character"),
            fault("Invalid UTF-8.*", "these bytes are no UTF-8 text; save the file as UTF-8"));

    private static final Fault TOO_LONG = fault(
            "(\\w+).* length \\(\\d+\\) exceeds the maximum allowed \\((\\d+).*",
            " has more than $2 characters, the most allowed; shorten it");
    private static final Map<String, String> LONG_THINGS =
            Map.of("Number", "this number", "String", "this text", "Name", "this key", "Document", "the document");

    private record Fault(Pattern theirs, String ours) {}

    private JsonFault() {}

    /** What the parser's words mean. */
    static String of(String theirs) {
        Matcher tooLong = TOO_LONG.theirs().matcher(theirs);
        if (tooLong.matches()) {
            return LONG_THINGS.getOrDefault(tooLong.group(1), "this") + tooLong.replaceFirst(TOO_LONG.ours());
        }
        for (Fault fault : KNOWN) {
            Matcher matcher = fault.theirs().matcher(theirs);
            if (matcher.matches()) {
                return "is no JSON: " + matcher.replaceFirst(fault.ours());
            }
        }
        return "is no JSON from here on; correct it";
    }

    private static Fault fault(String theirs, String ours) {
        return new Fault(Pattern.compile(theirs, Pattern.DOTALL), ours);
    }
}
