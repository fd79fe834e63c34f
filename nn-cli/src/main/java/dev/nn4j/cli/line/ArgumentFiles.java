// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.line;

import dev.nn4j.cli.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Puts the words of FILE in the place of an argument {@code @FILE}; {@code @@word} is the argument {@code @word}. What
 * follows an option that takes a value is that value, whatever it begins with, and nothing behind {@code --} is expanded.
 */
final class ArgumentFiles {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 100;

    private final Set<String> optionsWithValue;
    private final List<String> expanded = new ArrayList<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private boolean optionsEnded;
    private int files;

    private ArgumentFiles(Set<String> optionsWithValue) {
        this.optionsWithValue = optionsWithValue;
    }

    /**
     * The arguments, files expanded.
     *
     * @param optionsWithValue the names of options behind which comes a value
     * @throws Failure if a file cannot be read, or is no list of arguments
     */
    static String[] expanded(String[] arguments, Set<String> optionsWithValue) {
        ArgumentFiles files = new ArgumentFiles(optionsWithValue);
        files.addAll(List.of(arguments));
        return files.expanded.toArray(String[]::new);
    }

    private void addAll(List<String> arguments) {
        for (String argument : arguments) {
            boolean bare = !optionsEnded && !isValue();
            if (bare && argument.startsWith("@@")) {
                expanded.add(argument.substring(1));
            } else if (bare && argument.startsWith("@") && argument.length() > 1) {
                addFile(argument);
            } else {
                optionsEnded |= bare && argument.equals("--");
                expanded.add(argument);
            }
        }
    }

    private boolean isValue() {
        return !expanded.isEmpty() && optionsWithValue.contains(expanded.get(expanded.size() - 1));
    }

    private void addFile(String argument) {
        Path file = path(argument);
        if (open.contains(file)) {
            throw Failure.usage(argument + ": the file of arguments names itself; take that out");
        }
        if (++files > MOST_FILES) {
            throw Failure.usage(argument + ": more than " + MOST_FILES + " files of arguments; use fewer");
        }
        open.push(file);
        addAll(ArgumentWords.of(argument, text(file, argument)));
        open.pop();
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument.substring(1)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw unreadable(argument, "is no name of a file");
        }
    }

    private static String text(Path file, String argument) {
        if (Files.isDirectory(file)) {
            throw unreadable(argument, "is a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unreadable(argument, "is larger than " + MOST_BYTES + " bytes");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(argument, "is no text in UTF-8");
        } catch (NoSuchFileException e) {
            throw unreadable(argument, "there is no such file");
        } catch (IOException e) {
            throw unreadable(argument, "cannot be read");
        }
    }

    private static Failure unreadable(String argument, String reason) {
        return Failure.file(argument + ": " + reason + "; '@FILE' stands for the arguments in FILE, '@" + argument
                + "' for the word " + argument);
    }
}
