// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static Properties launcherSays(String terminal, String columns) {
        Properties properties = new Properties();
        properties.setProperty("nn.stderr.terminal", terminal);
        properties.setProperty("nn.stderr.columns", columns);
        return properties;
    }

    @Test
    void theLauncherKnowsWhetherStderrIsATerminal() {
        assertThat(Terminal.of(launcherSays("true", "132"), Map.of())).isEqualTo(new Terminal(true, 132));
        assertThat(Terminal.of(launcherSays("false", ""), Map.of())).isEqualTo(Terminal.none());
        assertThat(Terminal.of(new Properties(), Map.of())).isEqualTo(Terminal.none());
    }

    @Test
    void noColorAndDumbTerminalsTurnTheMovingBarOff() {
        assertThat(Terminal.of(launcherSays("true", "80"), Map.of("NO_COLOR", "1"))
                        .interactive())
                .isFalse();
        assertThat(Terminal.of(launcherSays("true", "80"), Map.of("TERM", "dumb"))
                        .interactive())
                .isFalse();
        assertThat(Terminal.of(launcherSays("true", "80"), Map.of("NO_COLOR", ""))
                        .interactive())
                .isTrue();
    }

    @Test
    void anOddWidthIsTheUsualOne() {
        assertThat(Terminal.of(launcherSays("true", "0"), Map.of()).columns()).isEqualTo(80);
        assertThat(Terminal.of(launcherSays("true", "wide"), Map.of()).columns())
                .isEqualTo(80);
    }
}
