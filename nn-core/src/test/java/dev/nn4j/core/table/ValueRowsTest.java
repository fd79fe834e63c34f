// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records, maps and columns one at a time are the tables that they are at once. */
class ValueRowsTest {
    private static final Function<String, CellType> TYPES =
            name -> name.equals("age") ? CellType.NUMBER_OR_MISSING : CellType.TEXT;
    private static final List<String> COLUMNS = List.of("age", "city", "since");

    private record Person(
            @Nullable Integer age,
            @Nullable String city,
            @Nullable LocalDate since) {}

    private static final List<Person> PEOPLE = List.of(
            new Person(41, "Rome", LocalDate.of(2024, 2, 29)),
            new Person(null, "Oslo", null),
            new Person(7, null, LocalDate.of(1, 1, 1)));

    private static Map<String, Object> map(Person person) {
        Map<String, Object> map = new HashMap<>();
        map.put("city", person.city());
        map.put("since", person.since());
        map.put("age", person.age());
        map.put("another", new Object());
        return map;
    }

    private static RowSource records(Iterable<Person> people) {
        return RowSource.ofRecords(people, Person.class, MethodHandles.lookup());
    }

    private static Table read(RowSource rows) throws IOException {
        TableBuilder table = Table.builder(
                rows.source(), rows.header(), rows.header().stream().map(TYPES).toList());
        for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            table.addRow(row.get());
        }
        return table.build();
    }

    @Test
    void streamedRowsAreTheTableAtOnce() throws IOException {
        Table atOnce = Table.ofRecords(PEOPLE, Person.class, MethodHandles.lookup(), TYPES);
        TableColumns columns = Table.ofColumns(TYPES)
                .values("age", PEOPLE.stream().map(Person::age).toList())
                .texts("city", PEOPLE.stream().map(Person::city).toArray(String[]::new))
                .values("since", PEOPLE.stream().map(Person::since).toList());
        RowSource maps = RowSource.ofMaps(
                COLUMNS, PEOPLE.stream().map(ValueRowsTest::map).toList());
        assertThat(read(records(PEOPLE)).sha256()).isEqualTo(atOnce.sha256());
        assertThat(read(maps).sha256()).isEqualTo(atOnce.sha256());
        assertThat(read(columns.rows()).sha256()).isEqualTo(atOnce.sha256());
        assertThat(columns.build().sha256()).isEqualTo(atOnce.sha256());
        assertThat(atOnce.number(1, "age")).isNaN();
        assertThat(atOnce.text(2, "since")).isEqualTo("0001-01-01");
    }

    @Test
    void rowsAreAskedForOneAtATime() throws IOException {
        List<Person> asked = new ArrayList<>();
        try (Stream<Person> people = PEOPLE.stream().peek(asked::add);
                RowSource rows = records(people::iterator)) {
            assertThat(rows.header()).isEqualTo(COLUMNS);
            assertThat(rows.source()).isEqualTo("Person");
            assertThat(asked).isEmpty();
            SourceRow first = rows.next().orElseThrow();
            SourceRow second = rows.next().orElseThrow();
            assertThat(asked).hasSize(2);
            assertThat(first.texts()).containsExactly("41", "Rome", "2024-02-29");
            assertThat(second.line()).isEqualTo(2);
            assertThat(second.texts()).containsExactly("", "Oslo", "");
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedByName() throws IOException {
        RowSource maps = RowSource.ofMaps(COLUMNS, List.of(map(PEOPLE.get(0)), Map.of("age", 1, "town", "Bonn")));
        maps.next();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(maps::next)
                .withMessageStartingWith("rows:2:2: column 'city' is not among the row's names; there is ")
                .withMessageEndingWith("; give it null if it is missing");
        RowSource odd = Table.ofColumns(TYPES)
                .values("city", List.of(Thread.currentThread()))
                .rows();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(odd))
                .withMessageContaining("column 'city' takes texts")
                .withMessageContaining("got a Thread; convert it");
        assertThatNullPointerException()
                .isThrownBy(() -> records(Arrays.asList((Person) null)).next())
                .withMessage("table: a row is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowSource.ofRecords(PEOPLE, Person.class, MethodHandles.publicLookup()))
                .withMessageContaining("record Person: component 'age' is out of reach of the lookup");
    }
}
