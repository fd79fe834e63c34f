// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.cli.console.ExitCode;
import dev.nn4j.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFilesTest {
    @TempDir
    private Path folder;

    private static String[] expanded(String... arguments) {
        return ArgumentFiles.expanded(arguments, Set.of("--data"));
    }

    private String file(String name, String content) throws IOException {
        return "@" + Files.writeString(folder.resolve(name), content);
    }

    @Test
    void theWordsOfAFileStandInItsPlace() throws IOException {
        String file = file("words", "--target 'a b'\r\n# a comment\n\"größe\" a#b x'y z' \"\" C:\\n");
        assertThat(expanded("train", file, "last"))
                .containsExactly("train", "--target", "a b", "größe", "a#b", "xy z", "", "C:\\n", "last");
    }

    @Test
    void theValueOfAnOptionIsTakenAsItStands() throws IOException {
        String file = file("words", "--out x");
        assertThat(expanded("--data", file, "--data=" + file, "--data", "@@x", "--data", "@nowhere"))
                .containsExactly("--data", file, "--data=" + file, "--data", "@@x", "--data", "@nowhere");
    }

    @Test
    void twoSignsAreOneAndBehindTwoDashesNothingIsExpanded() {
        assertThat(expanded("@@x", "@", "--", "@x")).containsExactly("@x", "@", "--", "@x");
    }

    @Test
    void aFileMayNameAnotherButNotItself() throws IOException {
        String inner = file("inner", "b c --data");
        assertThat(expanded(file("outer", "a " + inner), "@d")).containsExactly("a", "b", "c", "--data", "@d");
        String loop = file("loop", "x @" + folder.resolve("loop"));
        assertThatThrownBy(() -> expanded(loop)).hasMessageContaining("names itself");
    }

    @Test
    void whatCannotBeReadIsRefusedInOneLine() throws IOException {
        assertRefused(ExitCode.FILE, "@" + folder, "is a folder");
        assertRefused(ExitCode.FILE, "@" + folder.resolve("none"), "there is no such file");
        Files.write(folder.resolve("latin"), new byte[] {'a', (byte) 0xE4});
        assertRefused(ExitCode.FILE, "@" + folder.resolve("latin"), "is no text in UTF-8");
        Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
        assertRefused(ExitCode.FILE, "@" + folder.resolve("large"), "is larger than");
        assertRefused(ExitCode.USAGE, file("quote", "'a"), "is not closed");
    }

    private static void assertRefused(int exit, String argument, String reason) {
        assertThatThrownBy(() -> expanded(argument))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(exit))
                .hasMessageStartingWith(argument + ": ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }
}
