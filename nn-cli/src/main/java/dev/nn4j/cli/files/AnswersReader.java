// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.api.DataException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model's answers to rows that are needed for nothing else. Rows of files are answered as they are read, on all threads. Where
 * that does not do, as there are too many, or one has a fault, of which another may be told first, they are read into a
 * table.
 */
public final class AnswersReader {
    /** Answers may take this share of the heap: ranks are made of them beside them. */
    private static final int SHARE = 8;

    private final Console console;
    private final Schema schema;
    private final Evaluator evaluator;
    private final int threads;

    /**
     * Reads for a model.
     *
     * @param schema the model's
     * @param threads at most so many work
     */
    public AnswersReader(Console console, Schema schema, Evaluator evaluator, int threads) {
        this.console = console;
        this.schema = schema;
        this.evaluator = evaluator;
        this.threads = threads;
    }

    /** The answers to all rows of a source. */
    public Answers answers(Source source) throws IOException {
        Optional<Answers> answers = canBeReadAgain(source) ? streamed(source) : Optional.empty();
        return answers.isPresent() ? answers.get() : evaluator.answers(table(source));
    }

    private Optional<Answers> streamed(Source source) throws IOException {
        try (RowSource rows = new TableReader(console, threads).measured(source, schema)) {
            Optional<Answers> answers = answers(rows);
            if (answers.isPresent()) {
                BlankRows.tell(rows, "are left out", console);
            }
            return answers;
        }
    }

    /** A fault of a cell comes before one of what is in a row, wherever they are: a table finds the one to tell of. */
    private Optional<Answers> answers(RowSource rows) throws IOException {
        try {
            return evaluator.answers(rows, threads, mostRows());
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    private int mostRows() {
        int ranked = Math.min(threads, schema.outputs()); // a row's place in each ranking that is made at once
        long bytesOfRow = (long) Float.BYTES * (schema.detailWidth() + schema.outputs() + 1 + ranked);
        return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE / bytesOfRow);
    }

    private Table table(Source source) throws IOException {
        return new TableReader(console, threads)
                .evaluation(source, schema, evaluator.cellTypes())
                .withThreads(threads);
    }

    private static boolean canBeReadAgain(Source source) throws IOException {
        List<Path> files = source.filesOfRows();
        return !files.isEmpty() && files.stream().allMatch(Files::isRegularFile);
    }
}
