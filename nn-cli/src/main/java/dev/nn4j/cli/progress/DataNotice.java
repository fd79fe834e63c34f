// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.fitting.DataLint;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.internal.text.FeatureText;
import java.util.List;
import java.util.function.Consumer;

/** Tells, before a training, what it is about to learn from, and what looks wrong with that. */
public final class DataNotice implements TrainingListener {
    /** Of a table of thousands of columns; more only push what matters off the screen. */
    private static final int MOST_LINES = 30;

    private final Console console;

    /** On a console. */
    public DataNotice(Console console) {
        this.console = console;
    }

    @Override
    public void dataPrepared(Schema schema, Table training) {
        tell(schema, training);
    }

    /** Says what columns and target are taken for, and warns. */
    public void tell(Schema schema, Table training) {
        some(FeatureText.lines(schema), "columns", console::tell);
        console.tell(TargetText.of(schema));
        some(DataLint.of(schema, training), "warnings like these", console::warn);
    }

    private void some(List<String> lines, String what, Consumer<String> teller) {
        int shown = console.isVerbose() ? lines.size() : Math.min(lines.size(), MOST_LINES);
        lines.subList(0, shown).forEach(teller);
        if (shown < lines.size()) {
            console.tell("  … and " + (lines.size() - shown) + " more " + what + "; --verbose shows all");
        }
    }
}
