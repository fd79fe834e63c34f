// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.joined;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A name that may stand for many files, as shells have it: {@code *} and {@code ?} within a name, {@code **} over folders,
 * {@code [ab]} and {@code {a,b}}. A file of that very name is meant before any pattern.
 *
 * @param text as the user gave it
 */
public record FilePattern(String text) {
    /** Whether this is more than a name. */
    public boolean isPattern() {
        return hasWildcard(text) && !isFile();
    }

    /**
     * The files that match, by name.
     *
     * @throws IOException if none does, or a folder cannot be read
     */
    public List<String> files() throws IOException {
        Path root = root();
        PathMatcher matcher = matcher();
        try (Stream<Path> found = Files.walk(root, depth(root), FileVisitOption.FOLLOW_LINKS)) {
            List<String> names = found.filter(
                            file -> matcher.matches(file) && isShown(file) && !Files.isDirectory(file))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            if (names.isEmpty()) {
                throw new FileSystemException(text, null, "no file matches this pattern; correct it");
            }
            return names;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private PathMatcher matcher() throws IOException {
        Path name = Path.of(text);
        try {
            return name.getFileSystem().getPathMatcher("glob:" + name);
        } catch (PatternSyntaxException e) {
            throw new FileSystemException(text, null, "is no pattern of files: " + e.getDescription());
        }
    }

    /** The folder above the first part that is a pattern; without one the files are named without any. */
    private Path root() throws IOException {
        Path pattern = Path.of(text);
        Path root = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
        for (Path part : pattern) {
            if (hasWildcard(part.toString())) {
                break;
            }
            root = root.resolve(part);
        }
        if (!Files.isDirectory(root)) {
            throw new FileSystemException(text, null, "there is no folder " + root);
        }
        return root;
    }

    private int depth(Path root) {
        int names = root.toString().isEmpty() ? 0 : root.getNameCount();
        return text.contains("**") ? Integer.MAX_VALUE : Path.of(text).getNameCount() - names;
    }

    /** Shells pass over names that begin with a dot, unless the pattern does. */
    private boolean isShown(Path file) {
        String last = String.valueOf(Path.of(text).getFileName());
        return last.startsWith(".") || !String.valueOf(file.getFileName()).startsWith(".");
    }

    private boolean isFile() {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return true; // said where it is opened
        }
    }

    private static boolean hasWildcard(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }
}
