// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.compute.KernelsUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorReportTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.none());
    private final ErrorReport report = new ErrorReport(console);

    static Stream<Arguments> exceptions() {
        return Stream.of(
                Arguments.of(2, Failure.usage("u")),
                Arguments.of(2, new KernelsUnavailableException("k")),
                Arguments.of(3, new DataException("d")),
                Arguments.of(4, new ModelFormatException(ModelFormatException.Reason.CORRUPT, "m")),
                Arguments.of(4, new ComponentException(ComponentException.Reason.MISSING, "rellu", "m", null)),
                Arguments.of(5, new ConfigurationException("p", "c")),
                Arguments.of(6, new ComponentException(ComponentException.Reason.MISSING, "acme:swish", "m", null)),
                Arguments.of(6, new ComponentException(ComponentException.Reason.BROKEN, "relu", "m", null)),
                Arguments.of(7, new IOException("i")),
                Arguments.of(7, new UncheckedIOException(new NoSuchFileException("f"))),
                Arguments.of(7, Failure.file("f")),
                Arguments.of(7, new InternalError("a fault occurred in an unsafe memory access operation")),
                Arguments.of(1, new InternalError("another")),
                Arguments.of(8, new TrainingDivergedException(1, 2, "layer 1", "t")),
                Arguments.of(130, Failure.interrupted("i")),
                Arguments.of(1, new IllegalStateException("b")),
                Arguments.of(1, new IllegalArgumentException("b")));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void everyExceptionHasItsExitCodeAndOneLine(int code, Throwable thrown) {
        assertThat(report.of(thrown)).isEqualTo(code);
        assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("hint: ")))
                .singleElement()
                .asString()
                .startsWith("error: ");
    }

    @Test
    void aReaderThatWentAwayIsNoError() throws IOException {
        Console piped = new Console(console.in(), new BrokenPipe("Broken pipe"), console.err(), Terminal.none());

        Throwable thrown = catchThrowable(() -> piped.print("x"));

        assertThat(new ErrorReport(piped).of(thrown)).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void aFullDeviceBehindStdoutIsOne() {
        Console full = new Console(console.in(), new BrokenPipe("No space left"), console.err(), Terminal.none());

        Throwable thrown = catchThrowable(() -> full.print("x"));

        assertThat(new ErrorReport(full).of(thrown)).isEqualTo(7);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error: stdout: No space left" + System.lineSeparator());
    }

    @Test
    void aBugSaysHowToReportItAndShowsItsTraceOnlyWhenAsked() {
        report.of(new IllegalStateException("oops"));
        String plain = err.toString(StandardCharsets.UTF_8);
        console.setVerbosity(Verbosity.VERBOSE);
        report.of(new IllegalStateException("oops"));

        assertThat(plain)
                .contains("error: unexpected java.lang.IllegalStateException: oops", "hint: ")
                .doesNotContain("\tat ");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat ");
    }

    @Test
    void nothingInAMessageBreaksTheLine() {
        report.of(new DataException("a\nb\u001b[31m\u2028\u202ec"));

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error: a\\u000ab\\u001b[31m\\u2028\\u202ec" + System.lineSeparator());
    }

    @Test
    void fileErrorsNameTheFileAndTheReason() {
        report.of(new AccessDeniedException("x.nn"));

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("error: x.nn: access is denied");
    }

    /** A stream that fails with a message. */
    private static final class BrokenPipe extends OutputStream {
        private final String message;

        BrokenPipe(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(message);
        }
    }
}
