// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Pythons of this machine, the one that {@code NN_PYTHON} names before others. */
final class Python {
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|from) +([\\w., ]+?)(?: import .*)?$");

    private final ConcurrentMap<SortedSet<String>, Optional<String>> found = new ConcurrentHashMap<>();

    /** The modules that a script imports. */
    static SortedSet<String> imports(String script) {
        SortedSet<String> modules = new TreeSet<>();
        IMPORT.matcher(script).results().forEach(line -> {
            for (String module : line.group(1).split(",")) {
                modules.add(module.strip().split(" ")[0]);
            }
        });
        return modules;
    }

    /** One that has all these modules; those of docs/ are taken to be there. */
    Optional<String> with(SortedSet<String> modules) {
        return found.computeIfAbsent(
                modules,
                wanted -> Stream.of(System.getenv("NN_PYTHON"), "python3", "/usr/bin/python3")
                        .filter(Objects::nonNull)
                        .filter(candidate -> has(candidate, wanted))
                        .findFirst());
    }

    private static boolean has(String python, SortedSet<String> modules) {
        List<String> command = new ArrayList<>(List.of(python, "-c", "import " + String.join(", ", modules)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .put("PYTHONPATH", Built.repository().resolve("docs").toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        // Keras cannot be imported without the backend that it is set to.
        builder.environment().putIfAbsent("KERAS_BACKEND", "torch");
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
