// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.core.Model;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.NotesText;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** A model's answers to rows that something is to be fitted to; rows with gaps that it has no policy for are left out. */
record HeldOutRows(Console console, int threads) {
    /** Asks models that read the same about these rows. */
    record Questions(Table table, Optional<String> weight) implements Function<Model, Answers> {
        @Override
        public Answers apply(Model model) {
            return evaluator(model, weight).answers(table);
        }
    }

    Questions questions(Model model, Source rows, Optional<String> weight) throws IOException {
        weight.filter(model.schema().targets()::contains).ifPresent(column -> {
            throw Failure.usage("--weight: '" + column + "' is the target; name the column of weights");
        });
        Evaluator evaluator = evaluator(model, weight);
        return new Questions(
                new TableReader(console, threads).evaluation(rows, model.schema(), evaluator.cellTypes()), weight);
    }

    Answers answers(Model model, Source rows, Optional<String> weight) throws IOException {
        Answers answers = questions(model, rows, weight).apply(model);
        NotesText.lines(answers.notes(), "used").forEach(console::warn);
        if (answers.rowsWithoutTarget() > 0) {
            console.tell(answers.rowsWithoutTarget() + " rows have no target and were left out");
        }
        return answers;
    }

    private static Evaluator evaluator(Model model, Optional<String> weight) {
        Evaluator plain = Evaluator.of(model).skippingUnsaidGaps();
        return weight.isPresent() ? plain.withWeight(weight.get()) : plain;
    }
}
