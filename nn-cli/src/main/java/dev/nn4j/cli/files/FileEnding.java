// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What files hold, as the endings of their names promise it: nothing else is written under such a name. */
public enum FileEnding {
    /** A model or checkpoint. */
    MODEL("a model in nn's own format", ".nn", "nn"),
    /** Rows of cells. */
    CSV("CSV", ".csv", "csv|tsv"),
    /** A configuration. */
    JSON("JSON", ".json", "json|jsonl"),
    /** A report. */
    HTML("HTML", ".html", "html|htm"),
    /** A plot. */
    PICTURE("a picture", ".png", "png|svg|jpg|pdf"),
    /** A model for other programs. */
    ONNX("ONNX, which 'nn export' writes", ".onnx", "onnx"),
    /** A model for Java programs. */
    JAVA("Java source, which 'nn export' writes", ".java", "java"),
    /** What other programs pack. */
    PACKED("packed data", ".gz", "gz|zip|bz2|xz|zst|7z"),
    /** What spreadsheets and databases write. */
    TABLE("a workbook or table file", ".xlsx", "xlsx|xls|ods|parquet|arrow");

    private final String word;
    private final String usual;
    private final Pattern names;

    FileEnding(String word, String usual, String endings) {
        this.word = word;
        this.usual = usual;
        this.names = Pattern.compile(".*\\.(" + endings + ")", Pattern.DOTALL);
    }

    /** Refuses a name that promises another kind; one that promises nothing is as good as the right one. */
    void requireName(String option, String file) {
        String name = file.toLowerCase(Locale.ROOT);
        Optional<FileEnding> promised = Arrays.stream(values())
                .filter(kind -> kind.names.matcher(name).matches())
                .findFirst();
        if (promised.isPresent() && promised.get() != this) {
            throw Failure.usage(option + ": '" + file + "' is a name for " + promised.get().word + ", and " + word
                    + " goes there; end it in " + usual);
        }
    }
}
