// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.validation.CrossValidation;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of records, maps and columns give the bits of a file that holds the same. */
class TypedTableTest {
    private static final int ROWS = 60;

    /** A row with a column of every kind. */
    private record Customer(
            double amount,
            @Nullable Integer visits,
            @Nullable String plan,
            int code,
            boolean active,
            @Nullable LocalDate since,
            BigDecimal price,
            String note,
            Left left) {}

    private enum Left {
        yes,
        no
    }

    private static Experiment experiment(DateOrder order) {
        return Experiment.builder()
                .target("left")
                .ignore("note")
                .column(
                        "visits",
                        ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator())
                .column(
                        "plan",
                        ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS)).withMissing(MissingPolicy.OWN_CATEGORY))
                .column("code", ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS)))
                .column("active", ColumnPlan.of(new BooleanKind()))
                .column(
                        "since",
                        ColumnPlan.of(new DateTimeKind(order, List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY)))
                                .withMissing(MissingPolicy.MEAN))
                .scaling(Scaling.STANDARD)
                .dense(4, "tanh")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(5).batchSize(8).seed(3))
                .build();
    }

    private static List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            customers.add(new Customer(
                    row * 0.1 - 2,
                    row % 7 == 0 ? null : row % 5,
                    row % 11 == 0 ? null : row % 3 == 0 ? "pro" : "basic",
                    row % 4,
                    row % 2 == 0,
                    row % 13 == 0 ? null : LocalDate.of(2020, 1, 1).plusDays(row * 17L),
                    new BigDecimal(row).movePointLeft(2),
                    "nobody reads this",
                    row * 0.1 - 2 + row % 4 > 2 ? Left.yes : Left.no));
        }
        return customers;
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String isoOr(@Nullable LocalDate day, DateOrder order) {
        if (day == null || order == DateOrder.YEAR_MONTH_DAY) {
            return cell(day);
        }
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }

    private static Table cells(Experiment experiment, DateOrder order) {
        String[] lines = customers().stream()
                .map(c -> String.join(
                        ",",
                        cell(c.amount),
                        cell(c.visits),
                        cell(c.plan),
                        cell(c.code),
                        c.active ? "yes" : "no",
                        isoOr(c.since, order),
                        cell(c.price),
                        c.note,
                        cell(c.left)))
                .toArray(String[]::new);
        return Tables.of(experiment::cellType, "amount,visits,plan,code,active,since,price,note,left", lines);
    }

    private static Table records(Experiment experiment) {
        return Table.ofRecords(customers(), Customer.class, MethodHandles.lookup(), experiment::cellType);
    }

    private static Table maps(Experiment experiment) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Customer c : customers()) {
            Map<String, Object> row = new HashMap<>();
            row.put("amount", c.amount);
            row.put("visits", c.visits == null ? null : Long.valueOf(c.visits));
            row.put("plan", c.plan);
            row.put("code", (double) c.code);
            row.put("active", c.active ? 1 : 0);
            row.put("since", c.since == null ? null : c.since.atStartOfDay(ZoneId.of("Europe/Berlin")));
            row.put("price", c.price.doubleValue());
            row.put("left", c.left.name());
            row.put("another", List.of());
            rows.add(row);
        }
        return Table.ofMaps(
                List.of("amount", "visits", "plan", "code", "active", "since", "price", "note", "left"),
                rows,
                experiment::cellType);
    }

    private static Table columns(Experiment experiment) {
        List<Customer> all = customers();
        boolean[] active = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            active[row] = all.get(row).active;
        }
        return Table.ofColumns(experiment::cellType)
                .numbers("amount", all.stream().mapToDouble(Customer::amount).toArray())
                .numbers(
                        "visits",
                        all.stream()
                                .mapToDouble(c -> c.visits == null ? Double.NaN : c.visits)
                                .toArray())
                .texts("plan", all.stream().map(Customer::plan).toArray(String[]::new))
                .numbers("code", all.stream().mapToInt(Customer::code).toArray())
                .booleans("active", active)
                .values("since", all.stream().map(Customer::since).toList())
                .values("price", all.stream().map(Customer::price).toList())
                .values("note", all)
                .values("left", all.stream().map(Customer::left).toList())
                .build();
    }

    private static String bits(Experiment experiment, Table table) {
        return Bits.hash(Training.of(experiment).run(table).model().network().parameters());
    }

    @ParameterizedTest
    @EnumSource(names = {"YEAR_MONTH_DAY", "DAY_MONTH_YEAR"})
    void everyFormTrainsTheSameWeights(DateOrder order) {
        Experiment experiment = experiment(order);
        String ofCells = bits(experiment, cells(experiment, order));
        assertThat(bits(experiment, records(experiment))).isEqualTo(ofCells);
        assertThat(bits(experiment, maps(experiment))).isEqualTo(ofCells);
        assertThat(bits(experiment, columns(experiment))).isEqualTo(ofCells);
    }

    /** Golden rows are cells, and go into the model's file; whoever reads that knows the column's order alone. */
    @Test
    void aDateOfAProgramIsAGoldenCellInTheColumnsOwnOrder() {
        Experiment experiment = experiment(DateOrder.DAY_MONTH_YEAR);
        Model typed = Training.of(experiment).run(records(experiment)).model();
        Model ofCells = Training.of(experiment)
                .run(cells(experiment, DateOrder.DAY_MONTH_YEAR))
                .model();
        int date = typed.schema().featureNames().indexOf("since");
        int second = typed.schema().features().size() + date;
        assertThat(typed.golden().cells().get(second)).isEqualTo("18-01-2020");
        assertThat(ofCells.golden().cells().get(second)).isEqualTo("18.1.2020");
        assertThat(typed.golden().outputs()).isEqualTo(ofCells.golden().outputs());
    }

    /** What a file holds in another order than the column's is a mistake; only a program's date is known to be none. */
    @Test
    void aCellOfAFileKeepsToTheColumnsOrder() {
        Experiment experiment = experiment(DateOrder.DAY_MONTH_YEAR);
        Table table = cells(experiment, DateOrder.YEAR_MONTH_DAY);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Training.of(experiment).run(table))
                .withMessageContaining("column 'since' must hold dates in the order day-month-year, got '2020-");
    }

    @Test
    void aTypedTableIsDividedIntoFoldsAsOneOfCellsIs() {
        Experiment experiment = experiment(DateOrder.YEAR_MONTH_DAY);
        CrossValidation validation = new CrossValidation(experiment, Execution.defaults());
        assertThat(validation.run(records(experiment), 3))
                .isEqualTo(validation.run(cells(experiment, DateOrder.YEAR_MONTH_DAY), 3));
    }

    @Test
    void recordsThatTrainedAModelAreItsRows() {
        record Flower(double length, double width, String species) {}
        record Leaf(double length, double width) {}
        Experiment experiment = Experiment.builder()
                .target("species")
                .dense(1, "sigmoid")
                .training(options -> options.epochs(3))
                .build();
        List<Flower> flowers = List.of(new Flower(1, 2, "a"), new Flower(2, 1, "b"), new Flower(3, 0, "b"));
        Table table = Table.ofRecords(flowers, Flower.class, MethodHandles.lookup(), experiment::cellType);
        Model model = Training.of(experiment).run(table).model();
        assertThat(model.forRecords(Leaf.class, MethodHandles.lookup()).apply(new Leaf(1, 2)))
                .isEqualTo(model.predict(Map.of("length", 1, "width", 2)))
                .isEqualTo(model.predict(1, 2));
    }

    @Test
    void severalYesOrNoTargetsMayBeBooleans() {
        record Message(double length, boolean spam, Boolean urgent) {}
        Experiment experiment = Experiment.builder()
                .target("spam", "urgent")
                .dense(2, "sigmoid")
                .training(options -> options.epochs(2))
                .build();
        List<Message> messages = List.of(new Message(1, true, false), new Message(2, false, true));
        Table table = Table.ofRecords(messages, Message.class, MethodHandles.lookup(), experiment::cellType);
        assertThat(table.matrix(List.of("spam", "urgent"))).containsExactly(1, 0, 0, 1);
        assertThat(Training.of(experiment).run(table).model().schema().targets())
                .containsExactly("spam", "urgent");
    }

    private static TableBuilder one(CellType type) {
        return Table.builder("rows", List.of("x"), List.of(type));
    }

    private static String text(Object value) {
        return one(CellType.TEXT).addValues(value).build().text(0, "x");
    }

    @Test
    void equalNumbersHaveOneText() {
        assertThat(List.of(2, 2L, 2.0, 2f, new BigDecimal("2.00"), (short) 2))
                .allSatisfy(two -> assertThat(text(two)).isEqualTo("2"));
        assertThat(text(0.1)).isEqualTo("0.1");
        assertThat(text(0.1f)).isEqualTo("0.1");
        assertThat(text(100.0)).isEqualTo("100");
        assertThat(text(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
        assertThat(text(Double.NaN)).isEmpty();
    }

    @Test
    void aTimeIsWhatItsClockShowsAndAnInstantIsInUtc() {
        LocalDateTime time = LocalDateTime.of(2026, 3, 29, 2, 30, 15);
        assertThat(text(time)).isEqualTo("2026-03-29 02:30:15");
        assertThat(text(time.atOffset(ZoneOffset.ofHours(5)))).isEqualTo("2026-03-29 02:30:15");
        assertThat(text(OffsetDateTime.of(time, ZoneOffset.UTC).toInstant())).isEqualTo("2026-03-29 02:30:15");
        assertThat(text(Instant.EPOCH)).isEqualTo("1970-01-01 00:00");
    }

    /** A date of a program is the cell that most files have for it, in digests and in golden rows. */
    @Test
    void aTimeGivesTheDigestOfAFileThatHoldsIt() {
        Table typed = one(CellType.TEXT)
                .addValues(LocalDateTime.of(2020, 1, 2, 3, 4))
                .addValues(LocalDate.of(2020, 1, 3))
                .build();
        Table cells = one(CellType.TEXT)
                .addRow(2, List.of("2020-01-02 03:04"))
                .addRow(3, List.of("2020-01-03"))
                .build();
        assertThat(typed.sha256()).isEqualTo(cells.sha256());
    }

    @Test
    void numbersStayNumbers() {
        assertThat(one(CellType.NUMBER).addValues(0.1).build().number(0, "x")).isEqualTo(0.1f);
        assertThat(one(CellType.NUMBER).addValues(" 0.1 ").build().number(0, "x"))
                .isEqualTo(0.1f);
        assertThat(one(CellType.NUMBER).addValues(true).build().number(0, "x")).isEqualTo(1);
        assertThat(one(CellType.NUMBER_OR_MISSING)
                        .addValues((Object) null)
                        .addValues(Double.NaN)
                        .addValues("NA")
                        .build()
                        .numbers("x"))
                .containsExactly(Float.NaN, Float.NaN, Float.NaN);
        assertThat(one(CellType.SKIPPED).addValues(new Object()).build().rows()).isEqualTo(1);
    }

    @Test
    void whatCannotBeUsedIsRefusedAtItsRow() {
        TableBuilder table =
                Table.builder("rows", List.of("x", "y", "t"), List.of(CellType.NUMBER, CellType.NUMBER, CellType.TEXT));
        table.addValues(1, 2, "a");
        assertRefused(() -> table.addValues(1, null, "a"), "rows:2:2: column 'y' has a missing value here");
        assertRefused(
                () -> table.addValues(1, Double.NaN, "a"), "rows:2:2: column 'y' must hold finite decimal numbers");
        assertRefused(
                () -> table.addValues(1, 1e39, "a"), "rows:2:2: column 'y' holds '1.0E39', too large for a 32-bit");
        assertRefused(() -> table.addValues(1, LocalDate.EPOCH, "a"), "rows:2:2: column 'y' takes numbers");
        assertRefused(() -> table.addValues(1, 2, new byte[1]), "rows:2:3: column 't' takes texts, enums");
        assertRefused(() -> table.addValues(1, 2), "rows:2:3: row has 2 cells, the header has 3");
        assertRefused(
                () -> table.addValues(Map.of("x", 1, "yy", 2, "t", "a")),
                "rows:2:2: column 'y' is not among the row's names");
        assertThat(table.build().rows()).isEqualTo(1);
    }

    @Test
    void aRecordIsCheckedBeforeItsRows() {
        record Odd(double x, List<String> t) {}
        record Dated(LocalDate x, String t) {}
        Function<String, CellType> types = name -> name.equals("x") ? CellType.NUMBER : CellType.TEXT;
        assertRefused(
                () -> Table.ofRecords(List.of(), Odd.class, MethodHandles.lookup(), types),
                "record Odd: component 't' is of type List, but its column takes texts");
        assertRefused(
                () -> Table.ofRecords(List.of(), Dated.class, MethodHandles.lookup(), types),
                "record Dated: component 'x' is of type LocalDate, but its column takes numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Table.ofRecords(List.of(), Odd.class, MethodHandles.publicLookup(), name -> CellType.SKIPPED))
                .withMessageContaining("is out of reach of the lookup");
    }

    @Test
    void columnsMustHaveOneLengthAndNamesThatDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.ofColumns(name -> CellType.NUMBER)
                        .numbers("x", new double[] {1, 2})
                        .numbers("y", new float[] {1}))
                .withMessage("table: column 'y' has 1 rows, 'x' has 2; all columns must have one length");
        assertRefused(
                () -> Table.ofColumns(name -> CellType.NUMBER)
                        .numbers("x", new long[] {1})
                        .numbers("x", new int[] {1})
                        .build(),
                "columns:1:2: column 'x' is there twice");
    }

    @Test
    void theOrderOfAMapDoesNotMatter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", 2);
        one.put("a", 1);
        Table table = Table.ofMaps(List.of("a", "b"), Arrays.asList(one, Map.of("a", 3, "b", 4)), c -> CellType.NUMBER);
        assertThat(table.matrix(table.columns())).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aNumberIsTheCategoryOfItsValue() {
        Experiment experiment = Experiment.builder()
                .target("y")
                .column("code", ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS)))
                .loss("mean-squared-error")
                .dense(1, "identity")
                .training(options -> options.epochs(2))
                .build();
        Table table = Tables.of(experiment::cellType, "code,y", "1,1", "2,2", "3,5");
        Model model = Training.of(experiment).run(table).model();
        assertThat(model.predict(Map.of("code", 2.0)))
                .isEqualTo(model.predict(Map.of("code", 2)))
                .isNotEqualTo(model.predict(Map.of("code", 4)));
    }

    private static void assertRefused(Runnable run, String message) {
        assertThatExceptionOfType(DataException.class).isThrownBy(run::run).withMessageStartingWith(message);
    }
}
