// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows by their first bytes files that are no CSV but are often taken for data, and says what to do with each. */
final class ForeignFormat {
    private static final String ZIP = "PK\u0003\u0004";
    /** What stands first in a workbook, by the program that wrote it. */
    private static final List<String> EXCEL_ENTRIES = List.of("[Content_Types].xml", "_rels/", "xl/", "docProps/");

    private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*(\".*|}.*)?|\\[\\s*([{\\[\"\\d-].*)?)");
    private static final Pattern MARKUP = Pattern.compile("\\s*<(\\?xml|!doctype|html)\\b.*", Pattern.CASE_INSENSITIVE);

    /** Beginnings of files, as Latin-1, and what they are. */
    private static final Map<String, String> BEGINNINGS = beginnings();

    private ForeignFormat() {}

    private static Map<String, String> beginnings() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(
                "PAR1",
                "a Parquet file, which nn-jdbc reads by DuckDB: add both, or convert it to CSV first, as with pandas");
        known.put(
                "ARROW1",
                "an Arrow file, which nn-sources reads: add it, or convert the file to CSV first, as with pandas");
        known.put(
                "FEA1",
                "a Feather file of version 1; write it as version 2, or convert it to Parquet or CSV first, as with pandas");
        known.put("\u00d0\u00cf\u0011\u00e0", "an old Excel workbook (.xls); save its sheet as CSV UTF-8");
        known.put(
                "SQLite format 3",
                "a SQLite database; ask it by jdbc:sqlite: before its name and a query, or export its table as CSV");
        known.put("\u0089HDF", "an HDF5 file; convert it to CSV first, as with pandas");
        known.put("\u0093NUMPY", "a NumPy array; convert it to CSV first, as with numpy.savetxt");
        known.put("BZh", "packed by bzip2; unpack it, or pack it by gzip");
        known.put("\u00fd7zXZ", "packed by xz; unpack it, or pack it by gzip");
        known.put(
                "(\u00b5/\u00fd",
                "packed by zstd, which nn-sources unpacks: add it, unpack the file, or pack it by gzip");
        known.put("7z\u00bc\u00af", "a 7z archive; unpack it");
        known.put("%PDF", "a PDF document; save its table as CSV");
        return known;
    }

    /** Refuses bytes that begin no text. */
    static void requireText(byte[] first, String source) {
        String beginning = new String(first, StandardCharsets.ISO_8859_1);
        if (beginning.startsWith(ZIP)) {
            throw refused(source, inZip(beginning));
        }
        BEGINNINGS.forEach((start, what) -> {
            if (beginning.startsWith(start)) {
                throw refused(source, what);
            }
        });
    }

    /** Refuses a first line that is no header. */
    static void requireCsv(CharSequence firstLine, String source) {
        if (JSON.matcher(firstLine).matches()) {
            throw refused(source, "JSON; write one flat object a line (.jsonl) or CSV, as with jq or pandas");
        }
        if (MARKUP.matcher(firstLine).matches()) {
            throw refused(source, "HTML or XML; save its table as CSV");
        }
    }

    /** Whether a file that begins with this text might be taken for one of another kind. */
    static boolean isBegunBy(String text) {
        return BEGINNINGS.keySet().stream().anyMatch(text::startsWith)
                || JSON.matcher(text).matches()
                || MARKUP.matcher(text).matches();
    }

    private static String inZip(String beginning) {
        if (EXCEL_ENTRIES.stream().anyMatch(beginning::contains)) {
            return "an Excel workbook (.xlsx); save its sheet as CSV UTF-8";
        }
        if (beginning.contains("opendocument")) {
            return "an OpenDocument sheet (.ods); save it as CSV";
        }
        return "a zip archive; unpack it and name the CSV file in it";
    }

    private static DataException refused(String source, String what) {
        return new DataException(new Location(source, 1, 1), "is no CSV but " + what);
    }
}
