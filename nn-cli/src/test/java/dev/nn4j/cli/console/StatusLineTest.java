// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.internal.text.DisplayText;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private static final String ERASE = "\r\u001b[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Terminal(true, 80));

    @Test
    void whatOthersWriteNeverStandsBehindIt() {
        console.showStatus("starting");
        console.tell("30 features");
        console.showStatus("epoch 1");
        new ErrorReport(console).usage("wrong", "right");
        console.clearStatus();

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(ERASE + "starting" + ERASE + "30 features\n" + ERASE + "epoch 1" + ERASE
                        + "error: wrong\nhint: right\n");
    }

    @Test
    void aLineOfAMegabyteIsShortened() {
        console.tell("x".repeat(1_000_000));
        assertThat(err.toString(StandardCharsets.UTF_8)).hasSizeLessThan(2100).endsWith("…\n");
    }

    @Test
    void widthsAreThoseOfATerminal() {
        assertThat(DisplayText.columns("普通")).isEqualTo(4);
        assertThat(DisplayText.columns("e\u0301a")).isEqualTo(2);
        assertThat(DisplayText.columns("größe…▇")).isEqualTo(7);
        assertThat(DisplayText.shortened("普通普通", 5)).isEqualTo("普通…");
        assertThat(DisplayText.shortened("普通", 4)).isEqualTo("普通");
    }
}
