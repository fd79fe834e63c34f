// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.report.FeatureText;
import dev.nn4j.core.data.DataLint;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;

/** Tells, before a training, what it is about to learn from, and what looks wrong with that. */
public final class DataNotice {
    private final Console console;

    /** On a console. */
    public DataNotice(Console console) {
        this.console = console;
    }

    /** Says what the columns are taken for, and warns. */
    public void tell(Schema schema, Table training) {
        FeatureText.lines(schema).forEach(console::tell);
        DataLint.of(schema, training).forEach(console::warn);
    }
}
