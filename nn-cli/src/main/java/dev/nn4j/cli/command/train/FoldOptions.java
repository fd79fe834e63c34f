// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.console.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of a cross-validation, and those that it cannot go with. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FoldOptions {
    private static final int FEWEST = 2;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description =
                    "Cross-validate: train K times, each time on all but a K-th of the rows, and measure on that.")
    private Optional<Integer> folds;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description =
                    "With --folds: so many times over, each time divided and trained with another seed (default: 1).")
    private Optional<Integer> repeats;

    @Option(
            names = "--out-of-fold",
            paramLabel = "FILE",
            description = "With --folds: where each row's prediction goes, by the model that has not seen it; CSV, - is"
                    + " stdout.")
    private Optional<String> outOfFold;

    /** Whether to cross-validate. */
    boolean isAsked() {
        return folds.isPresent();
    }

    /** How many folds. */
    int count() {
        return folds.orElseThrow();
    }

    /** How many times over. */
    int repeats() {
        return repeats.isPresent() ? repeats.get() : 1;
    }

    /** Where the predictions go. */
    Optional<String> outOfFold() {
        return outOfFold;
    }

    /** Refuses too few folds, and options that mean nothing beside these; by name, with what the user gave. */
    void check(Map<String, Optional<String>> ofOneModel, Map<String, Optional<String>> ofOtherRows) {
        if (folds.isEmpty()) {
            outOfFold.ifPresent(file -> {
                throw Failure.usage("--out-of-fold: there are no folds; add --folds K");
            });
            repeats.ifPresent(times -> {
                throw Failure.usage("--repeats: there are no folds; add --folds K");
            });
            return;
        }
        if (count() < FEWEST) {
            throw Failure.usage("--folds: must be at least " + FEWEST + ", got " + count());
        }
        if (repeats() < 1) {
            throw Failure.usage("--repeats: must be at least 1, got " + repeats());
        }
        if (repeats() > 1 && outOfFold.isPresent()) {
            throw Failure.usage("--out-of-fold: with --repeats " + repeats()
                    + " a row has as many predictions; leave one of" + " the two out");
        }
        refuse(
                ofOneModel,
                "is of one training, and --folds trains " + count() + " models and keeps none; train without"
                        + " --folds for it");
        refuse(
                ofOtherRows,
                "would let a model see rows that it is measured on, or measure it on others; leave it out"
                        + " with --folds");
    }

    private static void refuse(Map<String, Optional<String>> options, String reason) {
        new TreeMap<>(options)
                .forEach((name, value) -> value.ifPresent(given -> {
                    throw Failure.usage(name + ": " + reason);
                }));
    }
}
