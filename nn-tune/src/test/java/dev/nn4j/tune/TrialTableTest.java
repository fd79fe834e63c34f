// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTableTest {
    private static TrialTable read(String text) throws IOException {
        return TrialTable.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "t.csv");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        TrialTable table = new TrialTable(
                List.of("optimizer", "training.l2"),
                List.of(
                        new TrialRecord(0, 1, 6, OptionalDouble.of(0.1 + 0.2), List.of("", "0.1")),
                        new TrialRecord(1, 1, 0, OptionalDouble.empty(), List.of("{\"type\":\"adam\"}", "1e-7"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(out);
        assertThat(out.toString(UTF_8)).startsWith("""
                trial,rung,epochs,score,optimizer,training.l2
                0,1,6,0.30000000000000004,,0.1
                """);
        assertThat(read(out.toString(UTF_8))).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trial,rung\n1,2\n",
                "trial,rung,epochs,score\nx,1,1,1\n",
                "trial,rung,epochs,score\n0,0,1,1\n",
                "trial,rung,epochs,score\n0,1,1,good\n"
            })
    void whatIsNoTableOfTrialsIsBadData(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class);
    }
}
