// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a block shows of a file: of one in the repository what it holds, or else all of one that is the reader's. */
final class ShownFile {
    private ShownFile() {}

    /** Compares a block with the repository's file of that name, or makes the file in a folder. */
    static void take(Block block, Path folder) throws IOException {
        assertThat(block.word()).as(block + ": the file's name").isNotEmpty();
        Path committed = Built.repository().resolve(block.word());
        if (Files.exists(committed)) {
            assertThat(words(Files.readString(committed)))
                    .as(block + ": the file holds what the page shows")
                    .contains(words(block.text()));
        } else {
            Files.writeString(folder.resolve(block.word()), block.text());
        }
    }

    /** A page may break lines elsewhere. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** A part of a pom: it names this version. */
    static void takeDependency(Block block) {
        assertThat(block.text())
                .as(block.toString())
                .contains("<groupId>dev.nn4j</groupId>", "<version>" + System.getProperty("nn.version") + "</version>");
    }
}
