// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Failure;
import dev.nn4j.io.Header;
import dev.nn4j.io.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All that one command reads and writes, looked at together before any of it is touched. */
public final class FileUses {
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, FileEnding> kinds = new LinkedHashMap<>();
    private final Map<String, String> replacements = new HashMap<>();

    /** Notes what an option reads. */
    public Source reads(String option, String argument) {
        Source source = new Source(path(option, argument).toString());
        sources.put(option, source);
        return source;
    }

    /** Notes rows that an option reads: of a file, or of what else rows are read from. */
    public Source readsRows(String option, String argument) {
        return readsRows(option, List.of(argument));
    }

    /** Notes rows that an option reads: of files as one table, or of what else rows are read from. */
    public Source readsRows(String option, List<String> arguments) {
        List<String> locations = arguments.stream()
                .map(argument -> Source.sources().isClaimed(argument)
                        ? argument
                        : path(option, argument).toString())
                .toList();
        if (locations.size() > 1 && locations.contains("-")) {
            throw Failure.usage(option + ": stdin (-) is no part of several files; give it alone, or only files");
        }
        Source source = new Source(new SourceRequest(locations, Header.FIRST_LINE, Optional.empty()), Optional.empty());
        sources.put(option, source);
        return source;
    }

    /** Notes a model that an option reads: always a file. */
    public Path readsModel(String option, String argument) {
        return modelFile(option, reads(option, argument).argument());
    }

    /** Notes what an option writes. */
    public Target writes(String option, String argument) {
        Target target = new Target(path(option, argument).toString());
        targets.put(option, target);
        return target;
    }

    /** Notes what an option writes, which is of a kind that the name must not contradict. */
    public Target writes(String option, String argument, FileEnding kind) {
        kinds.put(option, kind);
        return writes(option, argument);
    }

    /** Notes a model that an option writes: always a file. */
    public Path writesModel(String option, String argument) {
        kinds.put(option, FileEnding.MODEL);
        return writesFile(option, argument);
    }

    /** Notes what an option writes of a model: always a file. */
    public Path writesFile(String option, String argument) {
        return modelFile(option, writes(option, argument).argument());
    }

    /**
     * Lets an option write the very file that another reads. The old one stays whole until the new one is complete, so
     * this harms nobody who means it; elsewhere, as with a model over its data, it is a slip.
     */
    public void allow(String writing, String reading) {
        replacements.put(writing, reading);
    }

    /** Whether stdout is taken by what an option writes. */
    public boolean takesStdout() {
        return targets.values().stream().anyMatch(Target::isStandard);
    }

    /**
     * Refuses what cannot work.
     *
     * @throws Failure if stdin or stdout is used twice, if an output is also another output, or an input that it may not
     *     replace, or if its name promises another kind
     * @throws IOException if an output cannot be written for a reason that shows already
     */
    public void check() throws IOException {
        requireOnce(
                "stdin", sources.values().stream().filter(Source::isStandard).count());
        requireOnce(
                "stdout", targets.values().stream().filter(Target::isStandard).count());
        for (Map.Entry<String, Target> target : targets.entrySet()) {
            requireNoInput(target.getKey(), target.getValue());
            requireNoOtherOutput(target.getKey(), target.getValue());
        }
        for (Map.Entry<String, FileEnding> kind : kinds.entrySet()) {
            kind.getValue()
                    .requireName(
                            kind.getKey(),
                            Objects.requireNonNull(targets.get(kind.getKey())).argument());
        }
        for (Target target : targets.values()) {
            target.requireWritable();
        }
    }

    private void requireNoInput(String option, Target target) throws IOException {
        for (Map.Entry<String, Source> source : sources.entrySet()) {
            if (!source.getKey().equals(replacements.get(option)) && isOneOf(target, source.getValue())) {
                throw Failure.file(target.argument() + ": is read as " + source.getKey() + " and cannot be written as "
                        + option + "; name another file");
            }
        }
    }

    /** Files that a pattern matches are looked at as well. */
    private static boolean isOneOf(Target target, Source source) throws IOException {
        if (source.isStandard()) {
            return false;
        }
        List<Path> files = source.filesOfRows();
        for (Path file : files) {
            if (same(target, file.toString(), false)) {
                return true;
            }
        }
        return false;
    }

    private void requireNoOtherOutput(String option, Target target) throws IOException {
        for (Map.Entry<String, Target> other : targets.entrySet()) {
            if (!other.getKey().equals(option)
                    && same(
                            target,
                            other.getValue().argument(),
                            other.getValue().isStandard())) {
                throw Failure.file(target.argument() + ": cannot be written as both " + option + " and "
                        + other.getKey() + "; name another file");
            }
        }
    }

    private static boolean same(Target target, String other, boolean otherIsStandard) throws IOException {
        if (target.isStandard() || otherIsStandard) {
            return false;
        }
        Path one = Path.of(target.argument());
        Path two = Path.of(other);
        if (Files.exists(one) && Files.exists(two)) {
            return Files.isSameFile(one, two) && (Files.isRegularFile(one) || Files.isDirectory(one));
        }
        return one.toAbsolutePath().normalize().equals(two.toAbsolutePath().normalize());
    }

    private static Path modelFile(String option, String argument) {
        if (argument.equals("-")) {
            throw Failure.usage(option + ": a model needs a file, got -; give its name");
        }
        return Path.of(argument);
    }

    private static Path path(String option, String argument) {
        if (argument.isEmpty()) {
            throw Failure.usage(option + ": the name of a file must not be empty");
        }
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw Failure.usage(option + ": '" + argument + "' cannot be the name of a file: " + e.getReason());
        }
    }

    private static void requireOnce(String stream, long uses) {
        if (uses > 1) {
            throw Failure.usage(stream + " can be used once only, - is given " + uses + " times");
        }
    }
}
