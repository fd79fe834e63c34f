// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Index.atIndex;

import dev.nn4j.benchmarks.Architecture;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerDataTest {
    private static final Architecture SMALL = Architecture.W2;

    @TempDir
    Path directory;

    @Test
    void weightsAreThoseOfTheFileWhichHasThemOutputByOutput() throws IOException {
        float[] weights = random(SMALL.spec().parameterCount(), 1);
        write("some_init", weights);
        Network network = data().network("some_init", SMALL);

        float[] row = random(SMALL.inputs(), 2);
        float[] output = new float[1];
        network.predict(row, 1, output, network.newScratch());
        assertThat((double) output[0]).isCloseTo(outputByOutput(weights, row), within(1e-5));
    }

    @Test
    void classesBecomeOneHot() throws IOException {
        write("some_x", new float[3 * Architecture.W3.inputs()]);
        write("some_y", 9, 0, 2);
        DataSet rows = data().rows("some", Architecture.W3);
        assertThat(rows.targets()).hasSize(30).contains(1, atIndex(9));
        assertThat(rows.targets()[10]).isEqualTo(1);
        assertThat(rows.targets()[22]).isEqualTo(1);
    }

    @Test
    void answersOfYesOrNoStayAsTheyAre() throws IOException {
        write("some_x", new float[3 * SMALL.inputs()]);
        write("some_y", 0, 1, 1);
        assertThat(data().rows("some", SMALL).targets()).containsExactly(0, 1, 1);
    }

    @Test
    void aMissingFileIsNamedWithTheRemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data().values("absent"))
                .withMessageContaining("absent.f32")
                .withMessageContaining("setup.sh data");
    }

    private PeerData data() {
        return new PeerData(directory);
    }

    private void write(String name, float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(directory.resolve(name + ".f32"), bytes.array());
    }

    private static float[] random(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian() / 5;
        }
        return values;
    }

    /** The network's answer from the file's own order: for each output its weights, after them all biases. */
    private static double outputByOutput(float[] weights, float[] row) {
        double[] x = new double[row.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = row[i];
        }
        int from = 0;
        for (int layer = 0; layer < SMALL.layers(); layer++) {
            double[] z = new double[SMALL.outputsOf(layer)];
            for (int j = 0; j < z.length; j++) {
                z[j] = weights[from + z.length * x.length + j];
                for (int i = 0; i < x.length; i++) {
                    z[j] += weights[from + j * x.length + i] * x[i];
                }
                z[j] = layer + 1 < SMALL.layers() ? Math.max(0, z[j]) : 1 / (1 + Math.exp(-z[j]));
            }
            from += z.length * (x.length + 1);
            x = z;
        }
        return x[0];
    }
}
