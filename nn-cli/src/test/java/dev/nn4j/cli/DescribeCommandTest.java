// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in data before anything is learnt from them. */
class DescribeCommandTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void columnsOfEveryKind() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,price,kind,since,sure,paid,bought"));
        for (int row = 0; row < 200; row++) {
            String price = row % 20 == 0 ? "NA" : row == 33 ? "much" : Integer.toString(10 + row * 7 % 50);
            boolean bought = row % 3 == 0;
            lines.add((1000 + row) + "," + price + "," + "abc".charAt(row % 3 * (row % 2)) + ",2026-0" + (1 + row % 9)
                    + "-11," + (row % 5 == 0 ? "yes" : "no") + "," + (bought ? 5 : 0) + "," + (bought ? "y" : "n"));
        }
        lines.add(lines.get(7));
        data = Files.write(folder.resolve("data.csv"), lines);
    }

    private JsonNode json(Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("describe", "--data", data, "--json"));
        arguments.addAll(List.of(more));
        CliRun run = CliRun.of(arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static JsonNode column(JsonNode json, String name) {
        for (JsonNode column : json.get("columns")) {
            if (column.get("name").textValue().equals(name)) {
                return column;
            }
        }
        throw new AssertionError("no column " + name);
    }

    @Test
    void columnsAreTakenAsTheStarterTakesThem() throws IOException {
        JsonNode json = json("--target", "bought");

        assertThat(json.get("rows").intValue()).isEqualTo(201);
        assertThat(json.get("duplicates").intValue()).isEqualTo(1);
        assertThat(json.get("target").textValue()).isEqualTo("bought");
        assertThat(json.get("columns").findValuesAsText("type"))
                .containsExactly("number", "number", "category", "date-time", "boolean", "number", "category");
        assertThat(column(json, "bought").get("role").textValue()).isEqualTo("target");
    }

    @Test
    void rangesGapsAndFrequenciesAreExact() throws IOException {
        JsonNode json = json();
        JsonNode price = column(json, "price");

        assertThat(price.get("missing").intValue()).isEqualTo(11);
        assertThat(price.get("min").intValue()).isEqualTo(10);
        assertThat(price.get("max").intValue()).isEqualTo(59);
        assertThat(price.get("distinctExact").booleanValue()).isTrue();
        assertThat(price.get("remark").textValue()).contains("holds 'much'");
        assertThat(column(json, "since").get("min").textValue()).isEqualTo("2026-01-11");
        assertThat(column(json, "kind").get("top").get(0).get("value").textValue())
                .isEqualTo("a");
        assertThat(json.get("target").isNull()).isTrue();
        assertThat(price.has("association")).isFalse();
    }

    @Test
    void whatGivesTheTargetAwayIsNamed() throws IOException {
        JsonNode json = json("--target", "bought");

        assertThat(column(json, "paid").get("suspectedLeak").booleanValue()).isTrue();
        assertThat(column(json, "kind").get("suspectedLeak").booleanValue()).isFalse();
        CliRun run = CliRun.of("describe", "--data", data, "--target", "bought");
        assertThat(run.out()).contains("leak?", "column 'paid' all but tells the target", "1 row is as an earlier one");
    }

    @Test
    void anotherFileIsComparedWithOrWithoutItsTarget() throws IOException {
        List<String> moved = Files.readAllLines(data).stream()
                .map(line -> line.replaceFirst(",([0-9]+),", ",9$1,").replaceFirst(",[^,]*$", ""))
                .toList();
        Path other = Files.write(folder.resolve("other.csv"), moved);
        JsonNode json = json("--target", "bought", "--against", other);

        JsonNode price = json.get("drift").get("columns").get(1);
        assertThat(price.get("name").textValue()).isEqualTo("price");
        assertThat(price.get("psi").doubleValue()).isGreaterThan(0.25);
        assertThat(json.get("drift").get("columns").findValuesAsText("name")).doesNotContain("bought");
        assertThat(json.get("columns").findValuesAsText("name")).contains("bought");
        assertThat(json("--against", data).get("drift").get("columns").findValues("psi"))
                .allMatch(psi -> psi.doubleValue() == 0);
    }

    @Test
    void thePageIsOneFileInWhichDataAreText() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "<b>x</b>,k\n1,<script>\n2,a&b\n3,a&b\n");
        Path page = folder.resolve("page.html");
        CliRun run = CliRun.of("describe", "--data", odd, "--report", page);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(page))
                .contains("<svg class=\"bars\"", "&lt;b&gt;x", "a&amp;b")
                .doesNotContain("<script", "<b>", "http");
    }

    @Test
    void longNamesLeaveRoomForTheRest() throws IOException {
        String name = "long name ".repeat(20).strip();
        Path wide = Files.writeString(folder.resolve("wide.csv"), name + ",b\n1,2\n3,4\n");

        String told = CliRun.of("describe", "--data", wide).out();

        assertThat(told).contains("long name long name").doesNotContain(name);
        assertThat(told.lines()).allMatch(line -> line.length() <= 100);
        assertThat(CliRun.of("describe", "--data", wide, "--json").out()).contains(name);
    }

    @Test
    void whatCannotBeDescribedIsNamed() throws IOException {
        assertThat(CliRun.of("describe", "--data", "-").exit()).isEqualTo(2);
        assertThat(CliRun.of("describe", "--data", data, "--target", "bougth").error())
                .contains("there is no column 'bougth'; did you mean 'bought'");
        Path none = Files.writeString(folder.resolve("none.csv"), "a,b\n");
        assertThat(CliRun.of("describe", "--data", none).exit()).isEqualTo(3);
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThat(CliRun.of("describe", "--data", data, "--against", other).exit())
                .isEqualTo(3);
    }
}
