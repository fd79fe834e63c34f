// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.compare;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.core.Model;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several models' answers to those rows of a file that all of them can answer, each reading it in its own way. */
record CommonRows(Console console, int threads, Optional<String> weight) {
    List<Answers> answers(List<Model> models, Source source) throws IOException {
        List<Table> tables = new ArrayList<>();
        int all = 0;
        for (Model model : models) {
            weight.filter(model.schema().targets()::contains).ifPresent(column -> {
                throw Failure.usage("--weight: '" + column + "' is the target; name the column of weights");
            });
            Evaluator evaluator = evaluator(model);
            Table table = new TableReader(console, threads).evaluation(source, model.schema(), evaluator.cellTypes());
            all = table.rows();
            tables.add(evaluator.usable(table));
        }
        List<Table> common = common(models, tables);
        int left = all - common.get(0).rows();
        if (common.get(0).rows() == 0) {
            throw new DataException(
                    new Location(source.name(), 1, 1), "there is no row that all of the models can answer");
        }
        if (left > 0) {
            console.tell(left + " of " + all + " rows have no target, or a gap that a model has no value for, and were"
                    + " left out");
        }
        List<Answers> answers = new ArrayList<>();
        for (int model = 0; model < models.size(); model++) {
            answers.add(evaluator(models.get(model)).answers(common.get(model)));
        }
        return answers;
    }

    private Evaluator evaluator(Model model) {
        Evaluator plain = Evaluator.of(model).skippingUnsaidGaps();
        return weight.isPresent() ? plain.withWeight(weight.get()) : plain;
    }

    /** Of each table the rows whose lines are in all. */
    private static List<Table> common(List<Model> models, List<Table> tables) {
        int[] next = new int[tables.size()];
        WordArray[] kept = new WordArray[tables.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = tables.get(i).newWords(tables.get(i).rows());
        }
        int count = 0;
        while (advanced(models, tables, next)) {
            for (int i = 0; i < kept.length; i++) {
                kept[i].set(count, next[i]++);
            }
            count++;
        }
        List<Table> common = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            Table table = tables.get(i);
            common.add(count == table.rows() ? table : table.select(first(table, kept[i], count)));
        }
        return common;
    }

    /** Goes on in each table to the next line that all have; false at an end. */
    private static boolean advanced(List<Model> models, List<Table> tables, int[] next) {
        long wanted = -1;
        boolean same = false;
        while (!same) {
            same = true;
            for (int i = 0; i < next.length; i++) {
                Table table = tables.get(i);
                String column = models.get(i).schema().targets().get(0);
                while (next[i] < table.rows() && table.location(next[i], column).line() < wanted) {
                    next[i]++;
                }
                if (next[i] == table.rows()) {
                    return false;
                }
                long line = table.location(next[i], column).line();
                same &= wanted < 0 || line == wanted;
                wanted = line;
            }
        }
        return true;
    }

    private static WordArray first(Table table, WordArray words, int count) {
        WordArray few = table.newWords(count);
        for (int i = 0; i < count; i++) {
            few.set(i, words.get(i));
        }
        return few;
    }
}
