// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported classes of columns that are more than numbers. */
class JavaSourceColumnsTest {
    private static final long SEED = 20261124;

    /** What a model refuses. */
    private static final int[] REFUSED = {};

    private static final List<String> CELLS = List.of(
            "",
            "  ",
            "?",
            "NA",
            " n/a ",
            "NaN",
            "NULL",
            "None",
            "nil",
            "-",
            " TRUE ",
            "yes",
            "T",
            "oN",
            "1",
            "0",
            "n",
            "FALSE",
            "İ",
            "2",
            "-0",
            "+.5",
            "5.",
            "1e3",
            "1E-50",
            "1e39",
            "-4e38",
            "0x1p3",
            "1f",
            "Infinity",
            "1_000",
            "1,5",
            "1.234,50 €",
            "€ 7",
            "-€7",
            "7€",
            "1.234",
            "1.23",
            "12 kg",
            "1 234,5",
            "1\u00a0234",
            "1'234.5",
            "\u22125",
            "(8.5)",
            "( 7 )",
            "(1)(2)",
            "12.50-",
            "2-",
            "(1.234,50 €)",
            "€(7)",
            "€1.234,50-",
            "1\u2019234.5",
            "1'234.5\u00a0kg",
            "12,34,567",
            "1.0",
            "0.00",
            "1e0",
            "red",
            "Red",
            " red",
            "red ",
            "zwölf, 12",
            "2026-11-24",
            "24.11.2026",
            "11/24/2026",
            "2024-02-29",
            "2023-02-29",
            "29.02.2024",
            "29.2.1900",
            "2/29/2000",
            "1/2/2003",
            "2026-11-24T15:30",
            "2026-11-24 15:30:07",
            "2026-11-24 15:30:07.123456789",
            "2026-11-24T23:59:59Z",
            "2026-11-24T00:00+02:00",
            "2026-11-24 24:00",
            "24.11.2026 5:07",
            " 31.12.1969 ",
            "31.04.2026",
            "0001-01-01",
            "9999-12-31",
            "26-11-24",
            "2026-11/24",
            "20261124",
            "1.1.2026 00:00:00,5",
            "6/24/2023 12:25:00 AM",
            "6/24/2023 13:25 PM",
            "24.6.2023, 2:01 p.m. GMT",
            "28-Mar-2020",
            "28. sept 2020",
            "Sat, March 28th, 2020 1:02:03 pm",
            "2020-MAR-28 23:59:60 +02",
            "30-Feb-2020",
            "03/28/20",
            "3/8/69",
            "7:30",
            "24:00",
            "7:30:15 PM",
            "28-Mar-20",
            "2020年3月28日",
            "\u001b[31m",
            "x".repeat(50),
            "𝟚",
            "２");

    @TempDir
    Path folder;

    @Test
    void everyKindAndPolicyDoesAsTheModelDoes() throws Exception {
        Random random = new Random(SEED);
        List<String> cells = Stream.concat(
                        CELLS.stream(), IntStream.range(0, 300).mapToObj(i -> cell(random)))
                .toList();
        forEach(models(), (model, scorer) -> {
            assertSameForCells(model, scorer, cells);
            assertSameForRawRows(model, scorer, random);
        });
    }

    private static void assertSameForCells(Model model, CompiledScorer scorer, List<String> cells)
            throws ReflectiveOperationException {
        for (String cell : cells) {
            assertThat(answer(scorer, List.of(cell)))
                    .as("'%s' for %s, seed %s", cell, model.schema().features(), SEED)
                    .isEqualTo(answer(model, List.of(cell)));
        }
    }

    private static void assertSameForRawRows(Model model, CompiledScorer scorer, Random random)
            throws ReflectiveOperationException {
        float[] values = {Float.NaN, 0, -0f, 1, 2, 3, 4, -1, 0.5f, 1e10f, -1e10f, Float.POSITIVE_INFINITY};
        for (int row = 0; row < 60; row++) {
            double[] raw = new double[model.schema().rawWidth()];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = values[i == 0 ? row % values.length : random.nextInt(values.length)];
            }
            float[] outputs;
            try {
                outputs = model.predict(floats(raw)).outputs();
            } catch (DataException refused) {
                assertThatThrownBy(() -> scorer.predict(raw))
                        .as(
                                "%s for %s, seed %s",
                                Arrays.toString(raw), model.schema().features(), SEED)
                        .cause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageEndingWith(refused.getMessage().replace("row 0 (the first is 0): ", ": "))
                        .hasMessageContaining("must be finite");
                continue;
            }
            assertThat(bits(scorer.predict(raw)))
                    .as(
                            "%s for %s, seed %s",
                            Arrays.toString(raw), model.schema().features(), SEED)
                    .isEqualTo(bits(outputs));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfManyColumnsHaveTheModelsBitsAndLabels(Task task) throws Exception {
        List<Feature> features =
                new ArrayList<>(FrozenModels.of("mixed").schema().features());
        features.addAll(variants());
        Model model = model(features, task);
        List<List<String>> readable = readable(features);
        Random random = new Random(SEED);
        try (CompiledScorer scorer = exported(model)) {
            for (int row = 0; row < 300; row++) {
                List<String> cells = readable.stream()
                        .map(choice -> choice.get(random.nextInt(choice.size())))
                        .toList();
                float[] outputs = model.predict(raw(model, cells)).outputs();
                assertThat(bits(scorer.predict(cells)))
                        .as("%s of seed %s", cells, SEED)
                        .isEqualTo(bits(outputs));
                assertThat((double[]) scorer.call("row", cells))
                        .hasSize(model.schema().rawWidth());
                if (task.hasLabels()) {
                    assertThat(scorer.call("label", cells))
                            .isEqualTo(model.predict(raw(model, cells)).label());
                } else if (task == Task.MULTILABEL) {
                    assertThat(scorer.call("labels", cells))
                            .isEqualTo(model.predict(raw(model, cells)).positives());
                }
            }
        }
    }

    @Test
    void aClassSaysWhatItReads() throws Exception {
        Schema schema = FrozenModels.of("mixed").schema();
        try (CompiledScorer scorer = exported(FrozenModels.of("mixed"))) {
            assertThat(scorer.constant("FEATURES")).isEqualTo(schema.featureNames());
            assertThat(scorer.constant("ROW")).isEqualTo(schema.rawNames());
            Map<?, ?> categories = (Map<?, ?>) scorer.constant("CATEGORIES");
            assertThat(categories.keySet().toArray()).containsExactly("colour", "town", "size");
            assertThat(categories.get("town")).hasToString("{1=0, 2=1, 10=2}");
        }
    }

    @Test
    void whatTheModelRefusesIsRefusedInWords() throws Exception {
        List<Feature> features =
                new ArrayList<>(FrozenModels.of("mixed").schema().features());
        features.add(
                new Feature("due", new DateTimeKind(DateOrder.YEAR_MONTH_DAY, List.of(DatePart.DAY)), Missing.error()));
        features.add(new Feature("price", new NumberKind(new NumberFormat(",", ".", "€")), Missing.error()));
        List<String> row = List.of("37", "red", "2", "L", "yes", "24.11.2026", "1.5", "2026-11-24", "1.234,50 €");
        try (CompiledScorer scorer = exported(model(features, Task.REGRESSION))) {
            assertThat(scorer.predict(row)).hasSize(1);
            assertRefused(
                    scorer, with(row, 0, "x\u001by"), "column 'age' must hold finite decimal numbers, got 'x\\u001by'");
            assertRefused(
                    scorer,
                    with(row, 2, "3"),
                    "column 'town' holds '3', a category that the training rows do not have"
                            + "; correct it, or train with \"unseen\": \"zeros\" for the column");
            assertRefused(scorer, with(row, 3, "n/a"), "column 'size' has a missing value; give it one");
            assertRefused(
                    scorer,
                    with(row, 4, "maybe"),
                    "column 'member' must hold true or false, yes or no, 1 or 0, got 'maybe'");
            assertRefused(
                    scorer,
                    with(row, 5, "31.2.2026"),
                    "column 'joined' must hold dates in the order day-month-year, got '31.2.2026'");
            assertRefused(scorer, with(row, 6, "1e39"), "column 'height' must hold finite decimal numbers, got '1e39'");
            assertRefused(scorer, with(row, 7, ""), "column 'due' has a missing value; give it one");
            assertRefused(
                    scorer,
                    with(row, 8, "12.5"),
                    "column 'price' must hold numbers written like '1.234,5 €', got '12.5'");
            assertRefused(scorer, row.subList(1, 9), "a row has 9 cells, got 8");
            assertThatThrownBy(() -> scorer.predict(1, 2))
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Scorer: a row has 18 numbers, got 2");
        }
    }

    @Test
    void nullIsAMissingValue() throws Exception {
        Model model = FrozenModels.of("mixed");
        List<String> row = Arrays.asList("37", "red", "2", "L", "yes", "24.11.2026", "1.5");
        try (CompiledScorer scorer = exported(model)) {
            for (int column : new int[] {0, 1, 2, 4, 5}) {
                assertThat(bits(scorer.predict(with(row, column, null))))
                        .isEqualTo(bits(scorer.predict(with(row, column, "NA"))));
            }
            assertRefused(scorer, with(row, 3, null), "column 'size' has a missing value; give it one");
            assertRefused(scorer, with(row, 6, null), "column 'height' has a missing value; give it one");
        }
    }

    @Test
    void theLocaleDoesNotMatter() throws Exception {
        Model model = FrozenModels.of("mixed");
        List<String> row = List.of("N/A", "red", "NIL", "L", "TRUE", "24.11.2026", "1234.5");
        Locale before = Locale.getDefault();
        try (CompiledScorer scorer = exported(model)) {
            int[] expected = answer(model, with(row, 2, "NULL"));
            for (String locale : List.of("tr", "de-DE", "ar-EG", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertThat(answer(scorer, with(row, 2, "NULL"))).as(locale).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void hostileTextsAreTextAndNothingElse() throws Exception {
        List<String> texts = List.of(
                ",",
                ";",
                "\u0001\u0002",
                "\"); System.exit(1); //",
                "*/ \\u000a }",
                "a\nb\r\tc\u0000\u2028",
                "\\",
                "${class}",
                "$1",
                "",
                "ü\uD83D\uDE00",
                "import x;",
                "\nimport java.util.Nothing;\n",
                "DatePart.",
                "x".repeat(70_000));
        List<Feature> features = texts.stream()
                .limit(14)
                .map(name -> new Feature(
                        name,
                        new CategoryKind(texts, Unseen.ERROR),
                        new Missing(MissingPolicy.OWN_CATEGORY, false, List.of())))
                .toList();
        Model model = model(features, Task.REGRESSION);
        try (CompiledScorer scorer = exported(model)) {
            assertThat(scorer.constant("FEATURES")).isEqualTo(model.schema().featureNames());
            for (String text : texts) {
                List<String> row = Collections.nCopies(14, text);
                assertThat(answer(scorer, row)).isNotEqualTo(REFUSED).isEqualTo(answer(model, row));
            }
        }
        assertThat(Files.readString(folder.resolve("Scorer.java")).chars()).allMatch(c -> c < 0x80);
    }

    @Test
    void manyColumnsAndCategoriesAreSpreadOverMethodsAndConstants() throws Exception {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            features.add(new Feature(
                    "n" + i, new NumberKind(), new Missing(MissingPolicy.MEAN, i % 2 == 0, List.of(i / 7f))));
        }
        List<String> categories = IntStream.range(0, CategoryKind.MOST_CATEGORIES)
                .mapToObj(i -> "tëxt " + i)
                .toList();
        for (int i = 0; i < 600; i++) {
            features.add(new Feature(
                    "c" + i, new CategoryKind(i == 7 ? categories : List.of("a"), Unseen.ZEROS), Missing.error()));
        }
        Model model = model(features, Task.REGRESSION);
        Random random = new Random(SEED);
        try (CompiledScorer scorer = exported(model)) {
            for (int row = 0; row < 5; row++) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < features.size(); i++) {
                    String number = String.valueOf(random.nextFloat());
                    cells.add(
                            i >= 1200
                                    ? (i == 1207 ? "tëxt " + random.nextInt(11_000) : "a")
                                    : random.nextBoolean() ? "NA" : number);
                }
                assertThat(answer(scorer, cells)).isNotEqualTo(REFUSED).isEqualTo(answer(model, cells));
            }
        }
    }

    @Test
    void aClassHoldsNoMoreThanItNeeds() throws Exception {
        Map<String, List<String>> needed = Map.of(
                "number", List.of("readNumber"),
                "boolean", List.of("BooleanCell"),
                "category", List.of("CATEGORIES", "LinkedHashMap"),
                "date-time", List.of("DateCell", "DateOrder"),
                "formatted", List.of("DatePattern", "PatternLetters", "DATE_FORMATS"),
                "written", List.of("WrittenNumber", " FORMATS"));
        for (Feature feature : variants()) {
            String source = source(model(List.of(feature), Task.REGRESSION));
            String kind = feature.kind().cellType().format().isPlain()
                    ? feature.kind().word()
                    : "written";
            if (feature.kind() instanceof DateTimeKind date
                    && date.format().pattern().isPresent()) {
                kind = "formatted";
            }
            assertThat(source.contains("java.time"))
                    .as("%s", feature)
                    .isEqualTo(feature.kind() instanceof DateTimeKind);
            String own = kind;
            needed.forEach((other, words) -> words.forEach(word -> assertThat(source.contains(word))
                    .as("%s in a class of %s", word, feature)
                    .isEqualTo(other.equals(own))));
        }
        assertThat(source(FrozenModels.of("binary")))
                .doesNotContain("String... cells", "MissingCell", "Pattern", "Locale", "java.time");
    }

    @Test
    void datesInTheFormatsOfAModelGiveItsBits() throws Exception {
        Model model = FrozenModels.of("date-formats");
        Path source = folder.resolve("Scorer.java");
        JavaSource.write(model, source, "");
        try (CompiledScorer scorer = CompiledScorer.of(source, "Scorer")) {
            int width = model.schema().features().size();
            for (int row = 0; row < model.golden().cells().size() / width; row++) {
                List<String> cells = model.golden().cells().subList(row * width, (row + 1) * width);
                float[] raw = new float[model.schema().rawWidth()];
                model.schema().bind("test", model.schema().featureNames()).read(1, cells, raw, 0);
                assertThat(Arrays.toString(scorer.predict(cells)))
                        .isEqualTo(Arrays.toString(model.predict(raw).outputs()));
            }
            assertThatThrownBy(() -> scorer.predict(List.of("3/28/20", "", "", "28 March 2020")))
                    .hasRootCauseMessage("Scorer: column 'month first' must hold dates or times in the format"
                            + " 'MM/dd/yy', got '3/28/20'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"robust-scaling", "signed-categories", "category-embedding"})
    void goldenRowsGiveTheModelsBits(String kind) throws Exception {
        Model model = FrozenModels.of(kind);
        int width = model.schema().features().size();
        try (CompiledScorer scorer = exported(model)) {
            for (int row = 0; row < 3; row++) {
                List<String> cells = model.golden().cells().subList(row * width, row * width + width);
                assertThat(answer(scorer, cells)).as("%s", cells).isEqualTo(answer(model, cells));
            }
        }
    }

    @Test
    void numbersWithOffsetsGiveTheModelsBits() throws Exception {
        Model model = FrozenModels.of("number-offsets");
        List<String> cells = List.of("1700000050104", "", "1.000.000.000,01 €", "1");
        Path source = folder.resolve("Scorer.java");
        JavaSource.write(model, source, "");
        try (CompiledScorer scorer = CompiledScorer.of(source, "Scorer")) {
            double[] expected =
                    model.predict(1_700_000_050_104.0, Double.NaN, 1_000_000_000.01, 1).numbers().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            double[] row = (double[]) scorer.call("row", cells);
            assertThat(row).containsExactly(1_700_000_050_104.0, Double.NaN, 1_000_000_000.01, 1);
            assertThat((double[]) scorer.call("predictNumbers", row)).isEqualTo(expected);
        }
    }

    @Test
    void aClassCannotHideWhatItsOwnSourceUses() throws Exception {
        List<Feature> features =
                new ArrayList<>(FrozenModels.of("mixed").schema().features());
        features.addAll(variants());
        String code = source(model(features, Task.MULTILABEL))
                .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                .replaceAll("\"\"\"(?s:.*?)\"\"\"", "")
                .replaceAll("\"([^\"\\\\]|\\\\.)*\"", "")
                .replaceAll("//.*", "");
        Matcher types = Pattern.compile("\\b(?<!\\.)[A-Z][a-z]\\w*\\b").matcher(code);
        while (types.find()) {
            if (!types.group().equals("Scorer")) {
                Path file = folder.resolve(types.group() + ".java");
                assertThatIllegalArgumentException()
                        .as(types.group())
                        .isThrownBy(() -> JavaSource.requireNames(file, ""));
            }
        }
    }

    /** One feature of every kind with every policy that it allows. */
    private static List<Feature> variants() {
        List<FeatureKind> kinds = new ArrayList<>(List.of(
                new NumberKind(),
                new NumberKind(new NumberFormat(",", ".", "€")),
                new NumberKind(new NumberFormat(",", " ", "")),
                new NumberKind(new NumberFormat(".", "'", "kg")),
                new NumberKind(new NumberFormat(".", ",", "")),
                new BooleanKind(),
                new DateTimeKind(DateOrder.YEAR_MONTH_DAY, List.of(DatePart.values())),
                new DateTimeKind(DateOrder.DAY_MONTH_YEAR, List.of(DatePart.DAYS, DatePart.SECOND)),
                new DateTimeKind(DateOrder.MONTH_DAY_YEAR, List.of(DatePart.WEEKDAY)),
                new DateTimeKind(DateFormat.ofPattern("M/d/yy"), List.of(DatePart.YEAR, DatePart.DAYS)),
                new DateTimeKind(DateFormat.ofPattern("[h:mm:ss a]"), List.of(DatePart.HOUR)),
                new DateTimeKind(DateFormat.ofPattern("H:mm"), List.of(DatePart.MINUTE, DatePart.HOUR)),
                new DateTimeKind(DateFormat.ofPattern("yyyy年M月d日"), List.of(DatePart.MONTH)),
                new DateTimeKind(DateFormat.ofPattern("d-MMM-yy"), List.of(DatePart.MONTH))));
        for (Unseen unseen : Unseen.values()) {
            kinds.add(new CategoryKind(List.of("red", "NA", "1", "zwölf, 12"), unseen));
            kinds.add(new CategoryKind(List.of(""), unseen));
            kinds.add(CategoryKind.signedIfPair(List.of("red", "NA"), unseen));
            kinds.add(CategoryKind.indexed(List.of("red", "NA", "1"), unseen));
        }
        List<Feature> features = new ArrayList<>();
        for (FeatureKind kind : kinds) {
            for (MissingPolicy policy : MissingPolicy.values()) {
                List<Float> fill = policy.fills() ? Collections.nCopies(kind.rawWidth(), 1f) : List.of();
                if (kind.allows(policy)) {
                    features.add(new Feature("f" + features.size(), kind, new Missing(policy, false, fill)));
                }
                if (kind.allows(policy) && policy.fills()) {
                    features.add(new Feature("f" + features.size(), kind, new Missing(policy, true, fill)));
                }
            }
        }
        return features.stream().filter(feature -> !feature.isPlain()).toList();
    }

    private static List<Model> models() {
        return variants().stream()
                .map(feature -> model(List.of(feature), Task.REGRESSION))
                .toList();
    }

    /** Something like a number, a date or a word. */
    private static String cell(Random random) {
        String letters = random.nextBoolean() ? "0123456789.,+-eE " : "0123456789-/.: TZ€";
        StringBuilder cell = new StringBuilder();
        if (random.nextInt(3) == 0) {
            String mark = List.of("-", "/", ".").get(random.nextInt(3));
            int year = random.nextInt(10_000);
            String ordered = random.nextInt(13) + mark + random.nextInt(33);
            return random.nextBoolean()
                    ? String.format(Locale.ROOT, "%04d", year) + mark + ordered
                    : ordered + mark + year;
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            cell.append(letters.charAt(random.nextInt(letters.length())));
        }
        return cell.toString();
    }

    /** For each feature, the cells that the model reads. */
    private static List<List<String>> readable(List<Feature> features) {
        return features.stream()
                .map(feature -> model(List.of(feature), Task.REGRESSION))
                .map(alone -> CELLS.stream()
                        .filter(cell -> isReadable(answer(alone, List.of(cell))))
                        .toList())
                .toList();
    }

    private static boolean isReadable(int[] answer) {
        return !Arrays.equals(answer, REFUSED);
    }

    private static List<String> with(List<String> row, int column, String cell) {
        List<String> other = new ArrayList<>(row);
        other.set(column, cell);
        return other;
    }

    private static Model model(List<Feature> features, Task task) {
        List<String> labels =
                task == Task.BINARY ? List.of("no", "yes") : task.hasLabels() ? List.of("a", "b", "c") : List.of();
        List<String> targets = task == Task.MULTILABEL ? List.of("s", "t") : List.of("t");
        Schema schema = Schema.builder(task)
                .features(features)
                .targets(targets)
                .labels(labels)
                .positiveClass(task == Task.BINARY ? 1 : 0)
                .build();
        Random random = new Random(SEED);
        float[] shift = new float[schema.inputWidth()];
        float[] scale = new float[schema.inputWidth()];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = random.nextFloat();
            scale[i] = 0.5f + random.nextFloat();
        }
        Scaler scaler = switch (features.size() % 4) {
            case 1 -> Scaler.of(Scaling.STANDARD, shift, scale);
            case 3 -> Scaler.of(Scaling.ROBUST_SMOOTH, shift, scale);
            default -> Scaler.none();
        };
        String output = task == Task.REGRESSION ? "identity" : task == Task.MULTICLASS ? "softmax" : "sigmoid";
        NetworkSpec spec =
                new NetworkSpec(schema.inputWidth(), List.of(dense(3, "softsign"), dense(schema.outputs(), output)));
        return Model.builder(schema, Network.initialized(spec, SEED), FrozenModels.REGISTRY.loss("mean-squared-error"))
                .inputScaler(scaler)
                .build();
    }

    private static LayerSpec dense(int outputs, String activation) {
        return new DenseSpec(
                0,
                outputs,
                FrozenModels.REGISTRY.activation(activation),
                FrozenModels.REGISTRY.initializer("xavier-normal"),
                true);
    }

    private static float[] raw(Model model, List<String> cells) {
        float[] raw = new float[model.schema().rawWidth()];
        model.schema().bind("test", model.schema().featureNames()).read(1, cells, raw, 0);
        return raw;
    }

    /** What the model refuses because it is not finite when encoded, a class answers with NaN. */
    private static int[] answer(Model model, List<String> cells) {
        try {
            return bits(model.predict(raw(model, cells)).outputs());
        } catch (DataException e) {
            return REFUSED;
        }
    }

    private static int[] answer(CompiledScorer scorer, List<String> cells) throws ReflectiveOperationException {
        try {
            return bits(scorer.predict(cells));
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isExactlyInstanceOf(IllegalArgumentException.class);
            return REFUSED;
        }
    }

    private static void assertRefused(CompiledScorer scorer, List<String> cells, String message) {
        assertThatThrownBy(() -> scorer.predict(cells))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scorer: " + message);
    }

    /** What is to be shown of a model and its class. */
    @FunctionalInterface
    private interface Check {
        void of(Model model, CompiledScorer scorer) throws Exception;
    }

    /** All classes are compiled at once. */
    private void forEach(List<Model> models, Check check) throws Exception {
        Map<Path, Model> files = new LinkedHashMap<>();
        for (Model model : models) {
            Path file = folder.resolve("Scorer" + files.size() + ".java");
            JavaSource.write(model, file, "");
            files.put(file, model);
        }
        CompiledScorer.compile(List.copyOf(files.keySet()));
        for (Map.Entry<Path, Model> entry : files.entrySet()) {
            String className = entry.getKey().getFileName().toString().replace(".java", "");
            try (CompiledScorer scorer = CompiledScorer.load(entry.getKey(), className)) {
                check.of(entry.getValue(), scorer);
            }
        }
    }

    private CompiledScorer exported(Model model) throws Exception {
        source(model);
        return CompiledScorer.of(folder.resolve("Scorer.java"), "Scorer");
    }

    private String source(Model model) throws Exception {
        Path file = folder.resolve("Scorer.java");
        JavaSource.write(model, file, "");
        return Files.readString(file);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToIntBits(values[i]))
                .toArray();
    }
}
