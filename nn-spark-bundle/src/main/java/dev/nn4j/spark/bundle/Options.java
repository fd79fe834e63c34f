// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a command was asked.
 *
 * @param command its name
 * @param values of each option, in their order; a flag has none
 */
record Options(String command, Map<String, List<String>> values) {
    static final String HELP = """
            spark-submit nn-spark-bundle.jar COMMAND, where each place is a path that Spark knows:

              train     --config FILE | --target COL [--preset fast|good|best]
                        --data PLACE [--out MODEL] [--set PATH=VALUE]...
                        [--validation-indicator COL] [--checkpoint FOLDER]
                        [--partitions N] [--history FILE] [--report FILE] [--json]
              train     --folds K [--repeats N] [--report FILE] [--json], and what is
                        trained on which rows, as above: cross-validation
              tune      --config FILE | --target COL [--preset fast|good|best]
                        --data PLACE [--out MODEL] [--set PATH=VALUE]...
                        [--space SPACE] [--trials N] [--folds K] [--held-out SHARE]
                        [--seed N] [--table FILE] [--out-config FILE] [--json]
              evaluate  --model FILE --data PLACE [--report FILE] [--json]
              predict   --model FILE --data PLACE --out PLACE [--handle-invalid HOW]
                        [--out-format FORMAT] [--out-option NAME=VALUE]...

            --data and --out: a file or folder that ends in .csv, .json, .orc or .parquet,
            a table's name, or whatever --format FORMAT and --option NAME=VALUE say, as
            Spark's readers take them: --format jdbc --option dbtable=customers.
            """;

    private static final Map<String, List<String>> OF_COMMANDS = Map.of(
            "train",
            List.of(
                    "--config",
                    "--target",
                    "--preset",
                    "--set",
                    "--out",
                    "--validation-indicator",
                    "--checkpoint",
                    "--partitions",
                    "--folds",
                    "--repeats",
                    "--history",
                    "--report",
                    "--json"),
            "tune",
            List.of(
                    "--config",
                    "--target",
                    "--preset",
                    "--set",
                    "--out",
                    "--space",
                    "--trials",
                    "--folds",
                    "--held-out",
                    "--seed",
                    "--table",
                    "--out-config",
                    "--json"),
            "evaluate",
            List.of("--model", "--report", "--json"),
            "predict",
            List.of("--model", "--out", "--handle-invalid", "--out-format", "--out-option"));
    private static final List<String> OF_ALL = List.of("--data", "--format", "--option");
    private static final List<String> FLAGS = List.of("--json");

    /** Wrong arguments. */
    static final class UsageException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    /**
     * Reads arguments.
     *
     * @throws UsageException if there is no such command or option, or one lacks its value
     */
    static Options of(String command, String[] arguments) {
        List<String> own = OF_COMMANDS.get(command);
        if (own == null) {
            throw new UsageException(
                    "there is no command '" + command + "' on Spark, only train, evaluate, predict and tune");
        }
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (!own.contains(name) && !OF_ALL.contains(name)) {
                throw new UsageException(command + ": there is no option '" + name + "' on Spark; it has "
                        + String.join(", ", own) + ", " + String.join(", ", OF_ALL));
            }
            List<String> given = values.computeIfAbsent(name, first -> new ArrayList<>());
            if (FLAGS.contains(name)) {
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new UsageException(name + ": its value is missing");
            }
            given.add(arguments[++i]);
        }
        return new Options(command, values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The last of an option. */
    Optional<String> one(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /**
     * That of an option that must be there.
     *
     * @throws UsageException if it is not
     */
    String needed(String name) {
        return one(name).orElseThrow(() -> new UsageException(command + ": " + name + " is missing"));
    }

    /**
     * A whole number of at least 0.
     *
     * @throws UsageException if it is none
     */
    int number(String name, int otherwise) {
        String given = one(name).orElse(String.valueOf(otherwise));
        if (!given.matches("\\d{1,9}")) {
            throw new UsageException(name + ": must be a whole number of at least 0, got '" + given + "'");
        }
        return Integer.parseInt(given);
    }

    /**
     * What a word stands for.
     *
     * @throws UsageException if it stands for none of the choices
     */
    <T> T word(String name, T otherwise, List<T> choices, Function<T, String> words) {
        String given = one(name).orElse(words.apply(otherwise));
        return choices.stream()
                .filter(choice -> words.apply(choice).equals(given))
                .findFirst()
                .orElseThrow(() -> new UsageException(name + ": must be one of "
                        + choices.stream().map(words).collect(Collectors.joining(", ")) + ", got '" + given + "'"));
    }

    /**
     * A share of the rows.
     *
     * @throws UsageException if it is no number in [0, 1)
     */
    double share(String name, double otherwise) {
        String given = one(name).orElse(String.valueOf(otherwise));
        if (!given.matches("0?\\.\\d{1,9}|0")) {
            throw new UsageException(name + ": must be a number in [0, 1), got '" + given + "'");
        }
        return Double.parseDouble(given);
    }
}
