// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.serve.internal.call.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is read quickly is read as the parser of all JSON reads it, and is refused in the parser's words. */
class JsonReadingTest {
    private static final long SEED = 20261201;
    private static final int MOST_ROWS = 5;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<String> FEATURES = List.of("a", "b c", "größe", "q\"uote", "e");
    private static final RowMembers MEMBERS = new RowMembers(Schema.builder(Task.REGRESSION)
            .features(Feature.numbers(FEATURES))
            .targets(List.of("y"))
            .build());

    /** What became of a body: rows, tensors, or a refusal. */
    private static String outcome(JsonReading.Reader<?> reader, byte[] body, boolean quickly) throws IOException {
        try {
            Object read = quickly
                    ? JsonReading.of(body, MEMBERS.names(), FACTORY, reader)
                    : JsonReading.parsed(body, FACTORY, reader);
            return read instanceof ListedRows rows ? rows.header() + " " + shown(rows) : read.toString();
        } catch (Refusal refusal) {
            return refusal.status() + " " + refusal.problem() + " " + refusal.fault();
        }
    }

    /** With the types of the cells, which texts of categories depend on. */
    private static String shown(ListedRows rows) {
        return rows.rows().stream()
                .map(row -> row.line() + ": "
                        + row.cells().stream()
                                .map(cell ->
                                        cell == null ? "null" : cell.getClass().getSimpleName() + " " + cell)
                                .toList())
                .toList()
                .toString();
    }

    private static void assertReadAlike(byte[] body, String description) throws IOException {
        List<JsonReading.Reader<?>> readers = List.of(JsonBody.reader(MEMBERS, MOST_ROWS), TensorBody::of);
        for (JsonReading.Reader<?> reader : readers) {
            assertThat(outcome(reader, body, true))
                    .as("%s: %s", description, new String(body, StandardCharsets.UTF_8))
                    .isEqualTo(outcome(reader, body, false));
        }
    }

    private static void assertReadAlike(String body, String description) throws IOException {
        assertReadAlike(body.getBytes(StandardCharsets.UTF_8), description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "-1",
                "00",
                "01",
                "-01",
                "+1",
                "-",
                "--1",
                "1.",
                ".5",
                "-.5",
                "1.5",
                "-1.50",
                "0.0",
                "-0.0",
                "0e0",
                "-0e5",
                "1e5",
                "1E5",
                "1e+5",
                "1e-5",
                "1e",
                "1e+",
                "1e5.0",
                "1.e5",
                "1.0e22",
                "1.0e23",
                "123e-22",
                "9007199254740993.0",
                "9007199254740992.5",
                "0.1e-22",
                "1e308",
                "1e309",
                "1e400",
                "-1e400",
                "1e-400",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.2250738585072014E-308",
                "2.2250738585072011e-308",
                "1.7976931348623157e308",
                "1.7976931348623159e308",
                "999999999999999999",
                "-999999999999999999",
                "1000000000000000000",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775809",
                "123456789012345678901234567890",
                "0.1000000000000000055511151231257827",
                "7.038531e-26",
                "1.00000017881393421514957253748434595763683319091796875001",
                "8.589973e9",
                "1e99999999999",
                "0.000000000000000000000000000000000000000000000000000000000000000000001e70",
                "NaN",
                "Infinity",
                "-Infinity",
                "nan",
                "null",
                "nul",
                "nulll",
                "true",
                "false",
                "tru",
                "True",
                "\"\"",
                "\"x\"",
                "\"1,5\"",
                "\"ä\"",
                "\"\\n\"",
                "\"\\u00e4\"",
                "\"\u007f\"",
                "\"\ufffd\"",
                "\"\ud83d\ude00\"",
                "\"a\nb\"",
                "\"",
                "[1]",
                "{}",
                "{\"a\":1}",
                "1 2",
                "1/2",
                "0x10",
                "1f",
                "1d",
                "1_000",
                "'x'",
                "/**/1",
                "1,",
                ",1",
                ""
            })
    void everyFormOfACellIsReadAlike(String cell) throws IOException {
        assertReadAlike("[[1,2," + cell + ",4,5]]", "in a list");
        assertReadAlike("[[1,2,3,4," + cell + "]]", "at the end of a list");
        assertReadAlike(
                "{\"a\":" + cell + ",\"b c\":1,\"größe\":2, \"q\\\"uote\":3,\"e\":" + cell + "}", "in an object");
        assertReadAlike(tensor("[1,2," + cell + ",4,5]", "[1,5]", "FP64"), "in a tensor");
        assertReadAlike(cell, "alone");
        assertReadAlike("[[1,2,3,4,5]]" + cell, "behind");
    }

    private static String tensor(String data, String shape, String datatype) {
        return "{\"id\":\"7\",\"inputs\":[{\"name\":\"x\",\"shape\":" + shape + ",\"datatype\":\"" + datatype
                + "\",\"data\":" + data + "}]}";
    }

    @Test
    void decimalNumbersAreTheNearestDoubles() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            String number = number(random);
            byte[] body = ("[" + number + "]").getBytes(StandardCharsets.UTF_8);
            PlainNumber plain = new PlainNumber(body);
            assertThat(plain.scan(1)).as("seed %d: %s", SEED, number).isEqualTo(body.length - 1);
            Object wanted = plain.isWhole() ? (Object) Long.valueOf(number) : Double.valueOf(number);
            assertThat(plain.value()).as("seed %d: %s", SEED, number).isEqualTo(wanted);
        }
    }

    /** As programs write them: of bits, of decimals, with exponents, long and short. */
    private static String number(SplittableRandom random) {
        String sign = random.nextBoolean() ? "-" : "";
        return switch (random.nextInt(6)) {
            case 0 -> {
                double bits = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(bits) ? Double.toString(bits) : "0.5";
            }
            case 1 -> {
                float bits = Float.intBitsToFloat(random.nextInt());
                yield Float.isFinite(bits) ? Double.toString(bits) : "0.25";
            }
            case 2 -> sign + random.nextLong(1L << random.nextInt(1, 59));
            case 3 -> sign + random.nextInt(1000) + "." + random.nextLong(Long.MAX_VALUE);
            case 4 -> sign + random.nextInt(10) + "." + random.nextInt(1_000_000) + "e" + (random.nextInt(660) - 340);
            default -> sign + random.nextInt(10_000) + "." + random.nextInt(100_000);
        };
    }

    @Test
    void generatedBodiesAreReadAlikeWellFormedOrNot() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = body(random).getBytes(StandardCharsets.UTF_8);
            assertReadAlike(body, "seed " + SEED + ", body " + i);
            assertReadAlike(damaged(body, random), "seed " + SEED + ", damaged body " + i);
        }
    }

    private static String body(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> list(random, true);
            case 1 -> list(random, false);
            case 2 -> object(random);
            case 3 ->
                "{\"" + (random.nextBoolean() ? "instances" : "dataframe_records") + "\": " + list(random, false) + "}";
            case 4 ->
                "{\"dataframe_split\":{" + (random.nextBoolean() ? "\"index\":[0,[1]]," : "")
                        + "\"columns\":[\"a\",\"b c\",\"größe\",\"q\\\"uote\",\"e\"]," + space(random) + "\"data\":"
                        + list(random, true) + "}}";
            default ->
                "{\"parameters\":{\"check\":" + cell(random) + "},\"more\":" + object(random)
                        + ",\"inputs\":[{\"name\":"
                        + "\"all\",\"datatype\":\"FP32\",\"shape\":[2,5],\"data\":" + list(random, true)
                        + "}],\"outputs\":[{\"name\":\"p\",\"x\":{}}]}";
        };
    }

    private static String list(SplittableRandom random, boolean ofLists) {
        List<String> rows = new ArrayList<>();
        int count = random.nextInt(MOST_ROWS + 2);
        for (int row = 0; row < count; row++) {
            rows.add(ofLists ? cells(random) : object(random));
        }
        return "[" + space(random) + String.join("," + space(random), rows) + space(random) + "]";
    }

    private static String cells(SplittableRandom random) {
        List<String> cells = new ArrayList<>();
        int count = random.nextInt(40) == 0 ? random.nextInt(7) : FEATURES.size();
        for (int cell = 0; cell < count; cell++) {
            cells.add(cell(random));
        }
        return "[" + String.join(space(random) + ",", cells) + "]";
    }

    private static String object(SplittableRandom random) {
        List<String> members = new ArrayList<>();
        for (String feature : FEATURES) {
            if (random.nextInt(40) > 0) {
                members.add(name(feature, random) + ":" + space(random) + cell(random));
            }
        }
        if (random.nextInt(10) == 0) {
            members.add(
                    random.nextInt(members.size() + 1), "\"other\":" + (random.nextBoolean() ? "[{}]" : cell(random)));
        }
        return "{" + String.join("," + space(random), members) + "}";
    }

    private static String name(String feature, SplittableRandom random) {
        return random.nextInt(50) == 0 ? "\"\\u0061\"" : "\"" + feature.replace("\"", "\\\"") + "\"" + space(random);
    }

    private static String cell(SplittableRandom random) {
        return switch (random.nextInt(30)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "\"Bonn\"";
            case 3 -> "\"Köln\"";
            case 4 -> random.nextInt(4) == 0 ? "\"a\\tb\"" : "\"\"";
            case 5 -> random.nextInt(8) == 0 ? "[1]" : "false";
            default -> number(random);
        };
    }

    private static String space(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> " ";
            case 1 -> "\r\n\t";
            default -> "";
        };
    }

    /** With bytes left out, doubled, or put in the place of others. */
    private static byte[] damaged(byte[] body, SplittableRandom random) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        int place = random.nextInt(body.length);
        damaged.write(body, 0, place);
        switch (random.nextInt(4)) {
            case 0 -> damaged.write(body, place + 1, body.length - place - 1);
            case 1 -> damaged.write(body, Math.max(0, place - 1), body.length - Math.max(0, place - 1));
            case 2 -> {
                String signs = "{}[]\",:0123456789.eE+-\\ ntf\0\n\u00e4";
                damaged.write(signs.charAt(random.nextInt(signs.length())));
                damaged.write(body, place + 1, body.length - place - 1);
            }
            default -> {} // cut off
        }
        return damaged.toByteArray();
    }

    @Test
    void plainBodiesNeedNoOtherParser() throws IOException {
        String rows = "[[1,-2.5,\"x\",null,true]," + "[1e5,0.123456789012345678,\"ä\",2,false]]";
        for (String body : List.of(
                rows,
                "{\"dataframe_split\":{\"columns\":[\"a\",\"b c\",\"größe\",\"d\",\"e\"],\"data\":" + rows + "}}",
                tensor(rows, "[2,5]", "FP64"))) {
            PlainTokens tokens = new PlainTokens(body.getBytes(StandardCharsets.UTF_8), MEMBERS.names());
            JsonToken last = null;
            for (JsonToken token = tokens.next(); token != null; token = tokens.next()) {
                last = token;
            }
            assertThat(last).as(body).isIn(JsonToken.END_ARRAY, JsonToken.END_OBJECT);
        }
    }

    @Test
    void nestingHasABound() {
        byte[] body = "[".repeat(100).getBytes(StandardCharsets.UTF_8);
        PlainTokens tokens = new PlainTokens(body, MEMBERS.names());
        assertThatThrownBy(() -> {
                    for (int i = 0; i < body.length; i++) {
                        tokens.next();
                    }
                })
                .isInstanceOf(NotPlain.class);
    }
}
