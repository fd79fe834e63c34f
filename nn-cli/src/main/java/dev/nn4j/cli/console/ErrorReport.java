// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentName;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.compute.KernelsUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns whatever ended a command into an exit code and a line on stderr: the one place that does. */
public final class ErrorReport {
    private static final Map<Class<?>, Integer> CODES = Map.of(
            DataException.class, ExitCode.DATA,
            ModelFormatException.class, ExitCode.MODEL,
            ConfigurationException.class, ExitCode.CONFIGURATION,
            ComponentException.class, ExitCode.PLUGIN,
            TrainingDivergedException.class, ExitCode.DIVERGED,
            KernelsUnavailableException.class, ExitCode.USAGE);

    private final Console console;

    /** Reports to this console. */
    public ErrorReport(Console console) {
        this.console = console;
    }

    /** Reports what was thrown and gives the exit code. */
    public int of(Throwable thrown) {
        if (thrown instanceof ClosedOutput) {
            return ExitCode.OK;
        }
        if (thrown instanceof Failure failure) {
            return report(failure.exitCode(), String.valueOf(failure.getMessage()), "", failure);
        }
        if (thrown instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return of(unchecked.getCause());
        }
        if (thrown instanceof IOException io) {
            return report(ExitCode.FILE, described(io), "", io);
        }
        if (thrown instanceof OutOfMemoryError memory) {
            return report(
                    ExitCode.BUG,
                    "out of memory",
                    "NN_JAVA_OPTS=-Xmx4g gives it more; a smaller batch needs less",
                    memory);
        }
        if (thrown instanceof InternalError fault && isFaultOfMappedFile(fault)) {
            return report(
                    ExitCode.FILE,
                    "a table file was cut short while it was in use, or its disk failed",
                    "leave the files of a run alone until it ends, and run it again",
                    fault);
        }
        if (thrown instanceof ComponentException component && component.reason() == ComponentException.Reason.MISSING) {
            return missing(component);
        }
        Integer code = CODES.get(thrown.getClass());
        return code == null ? bug(thrown) : report(code, String.valueOf(thrown.getMessage()), "", thrown);
    }

    /** The JVM has no other way to say that a page of a mapped file is gone. */
    private static boolean isFaultOfMappedFile(InternalError fault) {
        return String.valueOf(fault.getMessage()).contains("unsafe memory access");
    }

    /** Reports wrong usage and gives its exit code. */
    public int usage(String message, String hint) {
        return report(ExitCode.USAGE, message, hint, null);
    }

    /** An unknown bare name is nobody's plugin: the file is wrong. (Configurations report theirs themselves.) */
    private int missing(ComponentException e) {
        String message = String.valueOf(e.getMessage());
        return ComponentName.isBare(e.component())
                ? report(ExitCode.MODEL, message, "", e)
                : report(
                        ExitCode.PLUGIN,
                        message,
                        "--plugin-path JAR adds a plugin; 'nn plugins' lists what there is",
                        e);
    }

    private int bug(Throwable thrown) {
        return report(
                ExitCode.BUG,
                "unexpected " + thrown,
                "this is a bug in nn: please report it at https://nn4j.dev/nn4j with what --verbose prints",
                thrown);
    }

    private int report(int code, String message, String hint, @Nullable Throwable thrown) {
        console.err().println("error: " + Console.shown(message));
        if (!hint.isEmpty()) {
            console.err().println("hint: " + Console.shown(hint));
        }
        if (thrown != null && console.isVerbose()) {
            thrown.printStackTrace(console.err());
        }
        return code;
    }

    private static String described(IOException e) {
        if (e instanceof FileSystemException file) {
            return file.getFile() + ": " + (file.getReason() == null ? reason(file) : file.getReason());
        }
        return String.valueOf(e.getMessage());
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return e instanceof AccessDeniedException
                ? "access is denied; check its permissions"
                : e.getClass().getSimpleName();
    }
}
