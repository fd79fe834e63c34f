// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records as rows: their components stand for the features, which is checked once. */
class RecordBindingTest {
    private static final Schema FLOWER = schema(Feature.numbers("length", "width"));
    private static final CategoryKind PLAN = new CategoryKind(List.of("basic", "PRO"), Unseen.ERROR);
    private static final DateTimeKind DAY =
            new DateTimeKind(DateOrder.YEAR_MONTH_DAY, List.of(DatePart.YEAR, DatePart.MONTH));
    private static final Missing FILLED = new Missing(MissingPolicy.MEAN, false, List.of(0f));

    private static final Schema CUSTOMER = schema(List.of(
            new Feature("age", new NumberKind(), FILLED),
            new Feature("plan", PLAN, Missing.error()),
            new Feature("active", new BooleanKind(), Missing.error()),
            new Feature("since", DAY, Missing.error())));

    private record Flower(float width, double length) {}

    private record Customer(@Nullable Integer age, @Nullable String plan, boolean active, LocalDate since) {}

    private enum Plan {
        BASIC,
        PRO
    }

    private static Schema schema(List<Feature> features) {
        return Schema.builder(Task.REGRESSION)
                .features(features)
                .targets(List.of("t"))
                .build();
    }

    private static <R extends Record> float[] row(Schema schema, R row, Class<R> type) {
        float[] raw = new float[schema.rawWidth()];
        schema.bind(type, MethodHandles.lookup()).read(row, raw, 0);
        return raw;
    }

    private static void assertRefused(String message, Schema schema, Class<? extends Record> type) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> schema.bind(type, MethodHandles.lookup()))
                .withMessage(message);
    }

    @Test
    void componentsAreReadInTheFeaturesOrder() {
        float[] rows = new float[4];
        RecordBinding<Flower> binding = FLOWER.bind(Flower.class, MethodHandles.lookup());
        binding.read(new Flower(2, 1), rows, 0);
        binding.read(new Flower(4, 3), rows, 2);
        assertThat(rows).containsExactly(1, 2, 3, 4);
    }

    @Test
    void everyKindIsReadAsFromAMap() {
        Map<String, Object> row = Map.of("age", 41, "plan", "PRO", "active", true, "since", LocalDate.of(2024, 2, 29));
        assertThat(row(CUSTOMER, new Customer(41, "PRO", true, LocalDate.of(2024, 2, 29)), Customer.class))
                .containsExactly(41, 1, 1, 2024, 2)
                .containsExactly(CUSTOMER.rawRow(row));
    }

    @Test
    void aTypeServesAKindIfItsValuesDo() {
        record Other(BigDecimal age, Plan plan, String active, String since) {}
        assertThat(row(CUSTOMER, new Other(BigDecimal.TEN, Plan.PRO, "yes", "2024-02-29"), Other.class))
                .containsExactly(10, 1, 1, 2024, 2);
    }

    @Test
    void nullIsAMissingValueWhereAPolicyTakesIt() {
        assertThat(row(CUSTOMER, new Customer(null, "basic", false, LocalDate.EPOCH), Customer.class)[0])
                .isNaN();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> row(CUSTOMER, new Customer(1, null, false, LocalDate.EPOCH), Customer.class))
                .withMessage("feature 'plan' is missing; give it a value");
    }

    @Test
    void namesThatJavaCannotHoldAgreeButForCaseAndPunctuation() {
        record Cell(double meanRadius, double texture_Error, double area) {}
        Schema cell = schema(Feature.numbers("mean radius", "area", "texture-error"));
        assertThat(row(cell, new Cell(1, 2, 3), Cell.class)).containsExactly(1, 3, 2);
    }

    @Test
    void anEqualNameComesFirst() {
        record Twin(double ab, double aB) {}
        record Lone(double a_b, double aB) {}
        assertThat(row(schema(Feature.numbers("aB", "ab")), new Twin(1, 2), Twin.class))
                .containsExactly(2, 1);
        assertThat(row(schema(Feature.numbers("a b", "a_b")), new Lone(1, 2), Lone.class))
                .containsExactly(2, 1);
    }

    @Test
    void aMisspeltComponentIsRefusedWithTheNearestFeature() {
        record Misspelt(double lenght, double width) {}
        assertRefused(
                "record Misspelt: component 'lenght' is no feature of the model; did you mean 'length'?",
                FLOWER,
                Misspelt.class);
    }

    @Test
    void aComponentTooManyIsRefused() {
        record Labelled(double length, double width, String species) {}
        assertRefused(
                "record Labelled: component 'species' is no feature of the model; there is length, width",
                FLOWER,
                Labelled.class);
    }

    @Test
    void aFeatureWithoutComponentIsRefused() {
        record Narrow(double length) {}
        assertRefused(
                "record Narrow: feature 'width' has no component; add one of that name, in which case and punctuation do not count",
                FLOWER,
                Narrow.class);
    }

    @Test
    void aNameThatMayMeanTwoIsRefused() {
        record One(double meanRadius) {}
        record Two(double meanRadius, double mean_radius) {}
        assertRefused(
                "record One: component 'meanRadius' may mean the features 'mean radius' and 'mean-radius'; predict from a Map",
                schema(Feature.numbers("mean radius", "mean-radius")),
                One.class);
        assertRefused(
                "record Two: component 'mean_radius' and 'meanRadius' both mean feature 'mean radius'; leave one out",
                schema(Feature.numbers("mean radius")),
                Two.class);
    }

    @Test
    void aTypeThatCannotServeItsFeatureIsRefused() {
        record Worded(LocalDate length, double width) {}
        record Clocked(int age, String plan, boolean active, LocalTime since) {}
        record Listed(int age, List<String> plan, boolean active, LocalDate since) {}
        record Dated(int age, String plan, LocalDate active, LocalDate since) {}
        assertRefused(
                "record Worded: component 'length' is of type LocalDate, but feature 'length' is a number and takes "
                        + "Number, Boolean, Year, CharSequence",
                FLOWER,
                Worded.class);
        assertRefused(
                "record Clocked: component 'since' is of type LocalTime, but feature 'since' is a date-time and takes "
                        + "LocalDate, LocalDateTime, OffsetDateTime, ZonedDateTime, Instant, String",
                CUSTOMER,
                Clocked.class);
        assertRefused(
                "record Listed: component 'plan' is of type List, but feature 'plan' is a category and takes "
                        + "CharSequence, Enum, Character, Boolean, Number, LocalDate, LocalDateTime, OffsetDateTime,"
                        + " ZonedDateTime, Instant, LocalTime, Year, YearMonth, UUID",
                CUSTOMER,
                Listed.class);
        assertRefused(
                "record Dated: component 'active' is of type LocalDate, but feature 'active' is a boolean and takes "
                        + "Boolean, Number, CharSequence, Character, Enum",
                CUSTOMER,
                Dated.class);
    }

    /** What a table takes for a column, a binding and a map take for its feature. */
    @Test
    void aFeatureTakesWhatItsColumnTakes() {
        record Loose(Object length, Optional<Double> width) {}
        assertThat(row(FLOWER, new Loose(true, Optional.of(2.0)), Loose.class)).containsExactly(1, 2);
        assertThat(row(FLOWER, new Loose("0.5", Optional.of(2.0)), Loose.class)).containsExactly(0.5f, 2);
        assertThat(row(FLOWER, new Loose(Year.of(2024), Optional.of(2.0)), Loose.class))
                .containsExactly(2024, 2);
        Table table = Table.builder("t", List.of("length", "width"), List.of(CellType.NUMBER, CellType.NUMBER))
                .addValues(true, Optional.of(2.0))
                .addValues("0.5", 2)
                .addValues(Year.of(2024), 2)
                .build();
        assertThat(table.numbers("length")).containsExactly(1, 0.5f, 2024);
        CategoryKind days = new CategoryKind(List.of("2024-02-29", "1.5", "2024", "2024-03"), Unseen.ERROR);
        Schema schema = schema(List.of(new Feature("day", days, Missing.error())));
        List<Object> values = List.of(LocalDate.of(2024, 2, 29), 1.5, Year.of(2024), YearMonth.of(2024, 3));
        for (int i = 0; i < values.size(); i++) {
            assertThat(schema.rawRow(Map.of("day", values.get(i)))).containsExactly(i);
            assertThat(Table.builder("t", List.of("day"), List.of(CellType.TEXT))
                            .addValues(values.get(i))
                            .build()
                            .text(0, "day"))
                    .isEqualTo(days.categories().get(i));
        }
    }

    @Test
    void aValueOfAnotherTypeIsRefusedByItsType() {
        Map<String, Object> row = Map.of("age", 1, "plan", List.of("PRO"), "active", true, "since", LocalDate.EPOCH);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CUSTOMER.rawRow(row))
                .withMessageStartingWith("feature 'plan' is a category and takes CharSequence, Enum,")
                .withMessageEndingWith("; convert it");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> FLOWER.rawRow(Map.of("length", LocalDate.EPOCH, "width", 1)))
                .withMessage("feature 'length' is a number and takes Number, Boolean, Year, CharSequence,"
                        + " got a LocalDate; convert it");
        TableBuilder table = Table.builder("t", List.of("y"), List.of(CellType.TEXT));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> table.addValues(Double.NEGATIVE_INFINITY))
                .withMessageContaining("got -Infinity; convert it");
    }

    @Test
    void aValueThatCannotBeUsedIsRefusedAsFromAMap() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> row(CUSTOMER, new Customer(1, "basik", false, LocalDate.EPOCH), Customer.class))
                .withMessage("feature 'plan' holds 'basik', a category that the training rows do not have"
                        + "; correct it, or train with \"unseen\": \"zeros\" for the column"
                        + "; did you mean 'basic'?");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> row(FLOWER, new Flower(Float.NaN, 1), Flower.class))
                .withMessage("feature 'width' must be a finite 32-bit number, got NaN");
    }

    @Test
    void aLookupThatCannotReachTheRecordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FLOWER.bind(Flower.class, MethodHandles.publicLookup()))
                .withMessageStartingWith(
                        "record Flower: component 'length' is out of reach of the lookup of java.lang.Object;"
                                + " pass MethodHandles.lookup()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FLOWER.bind(Record.class, MethodHandles.lookup()))
                .withMessage("java.lang.Record is no record type");
    }

    @Test
    void whatAnAccessorThrowsReachesTheCaller() {
        record Angry(double length) {
            @Override
            public double length() {
                throw new IllegalStateException("not measured");
            }
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> row(schema(Feature.numbers("length")), new Angry(1), Angry.class))
                .withMessage("not measured");
    }
}
