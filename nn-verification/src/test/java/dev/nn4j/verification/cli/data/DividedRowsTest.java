// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import dev.nn4j.verification.cli.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows that groups or times divide are divided alike out of a table cache and after a stop: the column that divides them is
 * none that is learnt from, and has to be there all the same.
 */
@Timeout(1800)
class DividedRowsTest {
    private static final String EPOCHS = "--set training.epochs=";
    private static final String SIX = EPOCHS + "6 ";

    @TempDir
    private Path folder;

    private Inside nn;

    /** Of ten rows that follow one another each a group. */
    @BeforeEach
    void prepare() throws IOException {
        nn = Inside.in(folder);
        Sample.MULTICLASS.writeTo(folder);
        Path data = folder.resolve("data.csv");
        Files.writeString(data, Files.readString(data).replaceAll("(?m)^r(\\d*)\\d,", "g$1,"));
    }

    private Nn train(String start, String options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("train", "--data", "data.csv"));
        Collections.addAll(words, (start + " " + options).split(" "));
        Nn run = nn.run(words.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private byte[] model(String name) throws IOException {
        return StoredModel.bytes(folder.resolve(name));
    }

    private static String divided(String by) {
        return "--config config.json --set " + by + " --set training.validationFraction=0.25";
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.group=\"id\"", "data.time=\"x\""})
    void aCacheGivesTheSameBits(String by) throws IOException, InterruptedException {
        train(divided("data.ignore=[\"id\"]"), SIX + "--cache data.table --out atRandom.nn");
        train(divided(by), SIX + "--out memory.nn");
        Nn anew = train(divided(by), SIX + "--cache data.table --out anew.nn");
        train(divided(by), SIX + "--cache data.table --out again.nn");

        assertThat(anew.messages())
                .as("the cache was made without the column")
                .contains("data.table was made from other data, or to read other columns; it is converted again");
        assertThat(model("anew.nn")).isEqualTo(model("memory.nn")).isNotEqualTo(model("atRandom.nn"));
        assertThat(model("again.nn")).isEqualTo(model("memory.nn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.group=\"id\"", "data.time=\"x\""})
    void whoGoesOnHasTheSameBits(String by) throws IOException, InterruptedException {
        train(divided(by), SIX + "--out whole.nn");
        train(divided(by), EPOCHS + "4 --checkpoint run.checkpoint");
        train(divided(by), EPOCHS + "4 --checkpoint cached.checkpoint --cache data.table");

        train("--resume run.checkpoint", SIX + "--out resumed.nn");
        train("--resume run.checkpoint", SIX + "--out cached.nn --cache data.table");
        train("--resume cached.checkpoint", SIX + "--out memory.nn");

        for (String resumed : List.of("resumed.nn", "cached.nn", "memory.nn")) {
            assertThat(model(resumed)).as(resumed).isEqualTo(model("whole.nn"));
        }
    }

    @Test
    void whoGoesOnDividesByTheSameColumn() throws IOException, InterruptedException {
        train(divided("data.group=\"id\""), EPOCHS + "4 --checkpoint run.checkpoint");

        Nn refused = nn.run((Object[])
                ("train --data data.csv --resume run.checkpoint " + divided("data.time=\"x\"") + " " + EPOCHS + "6")
                        .split(" "));

        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.error()).contains("data.group: must be that of the checkpoint, id, got nothing");
    }
}
