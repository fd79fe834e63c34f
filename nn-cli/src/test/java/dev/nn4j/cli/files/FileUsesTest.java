// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUsesTest {
    @TempDir
    private Path folder;

    private final FileUses traffic = new FileUses();

    @Test
    void anOutputThatIsAnInputIsRefusedUnderAnyName() throws IOException {
        Path file = Files.createFile(folder.resolve("data.csv"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        traffic.reads("--data", file.toString());
        traffic.writes("--out", link.toString());

        assertThatThrownBy(traffic::check)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--data")
                .hasMessageContaining("--out");
    }

    @Test
    void oneFileIsNotWrittenTwice() {
        traffic.writes("--out", folder.resolve("x").toString());
        traffic.writes("--history", folder.resolve("./x").toString());

        assertThatThrownBy(traffic::check).isInstanceOf(Failure.class).hasMessageContaining("--history");
    }

    @Test
    void standardStreamsServeOnce() {
        traffic.reads("--config", "-");
        traffic.reads("--data", "-");
        assertThatThrownBy(traffic::check).isInstanceOf(Failure.class).hasMessageStartingWith("stdin can be used once");

        FileUses outputs = new FileUses();
        outputs.writes("--history", "-");
        outputs.writes("--plot", "-");
        assertThatThrownBy(outputs::check)
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("stdout can be used once");
    }

    @Test
    void aModelNeedsAFile() {
        assertThatThrownBy(() -> traffic.readsModel("--model", "-"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("--model: a model needs a file");
    }

    @Test
    void whatCannotBeWrittenShowsBeforeTheWork() {
        FileUses nowhere = new FileUses();
        nowhere.writes("--out", folder.resolve("missing/x").toString());
        assertThatThrownBy(nowhere::check).isInstanceOf(IOException.class).hasMessageContaining("there is no folder");

        FileUses aFolder = new FileUses();
        aFolder.writes("--out", folder.toString());
        assertThatThrownBy(aFolder::check).isInstanceOf(IOException.class).hasMessageContaining("is a folder");
    }

    @Test
    void inputsAndOutputsApartPass() throws IOException {
        traffic.reads("--data", Files.createFile(folder.resolve("data.csv")).toString());
        traffic.reads("--config", "-");
        traffic.writes("--out", folder.resolve("new.csv").toString());
        traffic.writes("--history", "-");

        assertThatCode(traffic::check).doesNotThrowAnyException();
    }

    @Test
    void whatIsReadWholeBeforehandMayBeReplacedByWhatIsAllowedTo() {
        traffic.readsModel("--resume", "run.nn");
        traffic.writesModel("--checkpoint", "run.nn");
        traffic.allow("--checkpoint", "--resume");
        assertThatCode(traffic::check).doesNotThrowAnyException();

        FileUses other = new FileUses();
        other.readsModel("--resume", "run.nn");
        other.writesModel("--out", "run.nn");
        other.allow("--checkpoint", "--resume");
        assertThatThrownBy(other::check).hasMessageContaining("is read as --resume and cannot be written as --out");
    }
}
