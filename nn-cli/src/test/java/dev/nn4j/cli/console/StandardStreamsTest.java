// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** stdout is for results, and nobody but nn has it: plugins print where they like. */
class StandardStreamsTest {
    private final InputStream processIn = System.in;
    private final PrintStream processOut = System.out;
    private final PrintStream processErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void theProcessHasItsStreamsBack() {
        System.setIn(processIn);
        System.setOut(processOut);
        System.setErr(processErr);
    }

    private Console console(OutputStream results) {
        return new Console(
                new ByteArrayInputStream("x\n1\n".getBytes(StandardCharsets.UTF_8)),
                results,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
    }

    @Test
    void whatAPluginPrintsGoesToStderr() throws IOException {
        Console console = console(out);
        console.own();
        System.out.println("HELLO");
        System.err.println("größe");
        console.print("label\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("label\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("HELLO\ngröße\n");
    }

    @Test
    void whatAPluginClosesStaysOpen() throws IOException {
        Console console = console(out);
        console.own();
        System.out.close();
        System.err.close();
        System.in.close();
        console.print("label\n");
        console.tell("done");
        System.err.println("still here");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("label\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("done\nstill here\n");
    }

    @Test
    void aPluginFindsNothingOnStdinAndTheRowsAreLeft() throws IOException {
        Console console = console(out);
        console.own();
        assertThat(System.in.read()).isNegative();
        assertThat(console.in().readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("x\n1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "train --help"})
    void helpThatCannotBeWrittenIsAnErrorOfFiles(String command) {
        Console full = console(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        assertThat(Main.run(command.split(" "), full, new Interruption())).isEqualTo(7);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("error: stdout: No space left on device");
    }

    @Test
    void aReaderOfHelpThatWentAwayIsNone() {
        Console gone = console(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        assertThat(Main.run(new String[] {"--help"}, gone, new Interruption())).isZero();
    }
}
