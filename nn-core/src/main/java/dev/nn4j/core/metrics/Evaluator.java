// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.encoding.SampleWeights;
import dev.nn4j.core.encoding.TargetEncoder;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.RowSpan;
import dev.nn4j.core.internal.streaming.AskedSource;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TargetGaps;
import dev.nn4j.core.table.WordArray;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Runs tables through a model, or any other {@link Predictor}. Immutable: each {@code with} gives another.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(model).withWeight("weight").skippingGaps();
 * Answers answers = evaluator.answers(Csv.read(file, evaluator::cellType));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Evaluator {
    private final Predictor predictor;
    private final Optional<String> weight;
    private final Gaps gaps;

    /** What becomes of a row that lacks its target, or a value for which nothing stands. */
    private enum Gaps {
        /** As the model was trained: of targets; of values it is an error. */
        AS_TRAINED,
        /** As the model was trained: of targets, and of values that it was to refuse; else the row is left out. */
        UNSAID_SKIPPED,
        /** It is left out. */
        SKIPPED,
        /** It is an error. */
        REFUSED
    }

    private Evaluator(Predictor predictor, Optional<String> weight, Gaps gaps) {
        this.predictor = predictor;
        this.weight = weight;
        this.gaps = gaps;
    }

    /** All rows weigh the same; one without a target is taken as in the training, one with a gap is an error. */
    public static Evaluator of(Predictor predictor) {
        return new Evaluator(predictor, Optional.empty(), Gaps.AS_TRAINED);
    }

    /**
     * Weighs each row: loss and every metric is a weighted mean then, and a row of weight 2 counts as two. What counts
     * rows, {@code rows}, {@code support} and the confusion matrix, still does.
     *
     * @param column of weights, each finite and at least 0, not all 0
     */
    public Evaluator withWeight(String column) {
        return new Evaluator(predictor, Optional.of(column), gaps);
    }

    /**
     * Weighs the rows of a table as a training does that is described so: by its column of weights, where the table has it.
     *
     * @param roles of the training's columns
     */
    public Evaluator weighingAs(DataRoles roles, Table table) {
        return roles.weight()
                .filter(table.columns()::contains)
                .map(this::withWeight)
                .orElse(this);
    }

    /** Leaves rows out that lack a value for which nothing stands, unless the training said that this is an error. */
    public Evaluator skippingUnsaidGaps() {
        return new Evaluator(predictor, weight, Gaps.UNSAID_SKIPPED);
    }

    /** Leaves rows out that lack a target, or a value for which nothing stands, whatever the training said. */
    public Evaluator skippingGaps() {
        return new Evaluator(predictor, weight, Gaps.SKIPPED);
    }

    /** Takes a row that lacks a target, or a value for which nothing stands, for an error, whatever the training said. */
    public Evaluator refusingGaps() {
        return new Evaluator(predictor, weight, Gaps.REFUSED);
    }

    /** How a column is read; see {@link Schema#cellType}. */
    public CellType cellType(String column) {
        return cellTypes().apply(column);
    }

    /** {@link #cellType} for callers that ask about many columns. */
    public Function<String, CellType> cellTypes() {
        Function<String, CellType> types = skips()
                ? predictor.schema().cellTypesWithGaps()
                : predictor.schema().cellTypes();
        return column -> weight.equals(Optional.of(column)) ? CellType.NUMBER : types.apply(column);
    }

    /** The metrics of {@link #answers(Table)}. */
    public Evaluation evaluation(Table table) {
        return answers(table).evaluation();
    }

    /**
     * Asks the model about every row.
     *
     * @param table with the model's features and its target, read by {@link #cellType}
     * @throws DataException if a column is missing, a label unknown, a weight cannot be used, or there are no rows
     */
    public Answers answers(Table table) {
        if (table.rows() == 0) {
            throw nothing(table.source());
        }
        RowSpan scoring = Flight.scoring(table.source());
        Schema schema = predictor.schema();
        Table targeted = targetGaps().in(table, schema.targets(), schema.labels());
        InputTally tally = new InputTally(schema, leniency());
        Table usable = tally.usable(targeted);
        InputNotes notes = tally.notes();
        if (usable.rows() == 0) {
            throw withoutRows(
                    targeted.source(), notes, name -> targeted.headerOf(name).column());
        }
        Answers answers = asked(usable, table.rows() - targeted.rows(), notes);
        scoring.ended(usable.rows());
        return answers;
    }

    /**
     * Asks the model about the rows that are left of a source, several blocks of them side by side. No row is kept, but its
     * answer and the truth are; they are the same bits as those of {@link #answers(Table)} of the same rows, on as many
     * threads as may be. The source is left open.
     *
     * @param rows with the model's features and its target
     * @param threads at most so many work; at least 1
     * @param mostRows for which there is memory
     * @return nothing if more rows than that can be asked about; the source was read so far then
     * @throws DataException as there; of several faults it may tell another
     * @throws IllegalStateException if rows are to be weighed, which takes a table; or if the predictor gives a mean loss and
     *     not {@linkplain Predictor.OutputSink#losses that of each row}
     * @since 0.1.0
     */
    public Optional<Answers> answers(RowSource rows, int threads, int mostRows) throws IOException {
        if (weight.isPresent()) {
            throw new IllegalStateException(
                    "evaluator: rows of a source cannot be weighed by '" + weight.get() + "'; read them into a table");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("evaluator: threads must be at least 1, got " + threads);
        }
        RowSpan scoring = Flight.scoring(rows.source());
        InputTally tally = new InputTally(predictor.schema(), leniency());
        AskedSource asked = new AskedSource(tally, mostRows);
        if (!asked.ask(predictor, targetGaps(), rows, cellTypes(), threads)) {
            return Optional.empty();
        }
        requireRows(rows, asked, tally.notes());
        scoring.ended(asked.rows());
        return Optional.of(answers(asked, tally.notes(), threads));
    }

    private void requireRows(RowSource rows, AskedSource asked, InputNotes notes) {
        if (asked.rows() > 0) {
            return;
        }
        ToIntFunction<String> column = name -> rows.header().indexOf(name) + 1;
        if (notes.rows() > 0) {
            throw withoutRows(rows.source(), notes, column);
        }
        if (asked.withoutTarget() > 0) {
            String target = predictor.schema().targets().get(0);
            throw TargetGaps.withoutAny(new DataException.Location(rows.source(), 1, column.applyAsInt(target)));
        }
        throw nothing(rows.source());
    }

    private Answers answers(AskedSource asked, InputNotes notes, int threads) {
        Schema schema = predictor.schema();
        return measured(
                new Answers(
                        schema,
                        asked.rows(),
                        asked.outputs(schema.detailWidth()),
                        asked.truth(),
                        asked.loss().orElse(Double.NaN),
                        WordArray::inHeap,
                        new Answers.Circumstances(Optional.empty(), asked.withoutTarget(), notes, threads)),
                asked.loss());
    }

    /** With a loss in any case. */
    private static Answers measured(Answers answers, OptionalDouble loss) {
        return loss.isPresent() ? answers : answers.withLoss(new MeasuredLoss(answers).mean());
    }

    private static DataException nothing(String source) {
        return new DataException(new DataException.Location(source, 1, 1), "there are no rows to evaluate");
    }

    /**
     * The rows that {@link #answers(Table)} asks about: without those that are left out.
     *
     * @param table as there
     * @throws DataException if a column is missing, or a value where that is to be an error
     * @since 0.1.0
     */
    public Table usable(Table table) {
        Schema schema = predictor.schema();
        Table targeted = targetGaps().in(table, schema.targets(), schema.labels());
        return new InputTally(schema, leniency()).usable(targeted);
    }

    private boolean skips() {
        return gaps == Gaps.SKIPPED || gaps == Gaps.UNSAID_SKIPPED;
    }

    private TargetGaps targetGaps() {
        TargetGaps trained = predictor.schema().targetGaps();
        return gaps == Gaps.AS_TRAINED || gaps == Gaps.UNSAID_SKIPPED
                ? trained
                : new TargetGaps(trained.marks(), gaps == Gaps.SKIPPED);
    }

    private InputTally.Leniency leniency() {
        return switch (gaps) {
            case AS_TRAINED, REFUSED -> InputTally.Leniency.NONE;
            case UNSAID_SKIPPED -> InputTally.Leniency.UNSAID;
            case SKIPPED -> InputTally.Leniency.ALL;
        };
    }

    private static DataException withoutRows(String source, InputNotes notes, ToIntFunction<String> column) {
        InputNotes.ColumnNote first = notes.columns().stream()
                .filter(one -> one.refused() > 0)
                .findFirst()
                .orElseThrow();
        return new DataException(
                new DataException.Location(source, first.firstRefused(), column.applyAsInt(first.name())),
                "column '" + first.name() + "' has a missing value here, and no row is left to evaluate; fill it in");
    }

    private Answers asked(Table table, long withoutTarget, InputNotes notes) {
        Schema schema = predictor.schema();
        int width = schema.detailWidth();
        TargetEncoder encoder = new TargetEncoder(schema);
        WordArray truth = encoder.truth(table);
        WordArray outputs = table.newWords((long) table.rows() * width);
        Optional<WordArray> weights = weight.map(column -> SampleWeights.of(table, column));
        OptionalDouble loss = predictor.predictDetails(
                table, weights, (first, count, some) -> outputs.write((long) first * width, some, 0, count * width));
        Answers answers = new Answers(
                schema,
                table.rows(),
                outputs,
                truth,
                loss.orElse(Double.NaN),
                table::newWords,
                new Answers.Circumstances(weights, withoutTarget, notes, table.threads()));
        return measured(answers, loss);
    }
}
