// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import dev.nn4j.benchmarks.Architecture;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The harness's data files: raw little-endian floats, row-major. */
record PeerData(Path directory) {
    private static final int CHUNK_FLOATS = 1 << 14;

    /** The numbers of the file of this name. */
    float[] values(String name) throws IOException {
        Path file = directory.resolve(name + ".f32");
        try (InputStream stream = Files.newInputStream(file)) {
            float[] values = new float[(int) (Files.size(file) / Float.BYTES)];
            byte[] bytes = new byte[CHUNK_FLOATS * Float.BYTES];
            FloatBuffer floats =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            for (int from = 0; from < values.length; from += CHUNK_FLOATS) {
                int count = stream.readNBytes(bytes, 0, bytes.length) / Float.BYTES;
                floats.get(0, values, from, count);
            }
            return values;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "there is no " + e.getMessage() + "; run the harness's \"setup.sh data\", or set PEERS_CACHE", e);
        }
    }

    /** The rows for training this architecture, classes one-hot. */
    DataSet rows(String name, Architecture architecture) throws IOException {
        float[] labels = values(name + "_y");
        float[] targets = architecture.hasClasses() ? oneHot(labels, architecture.outputs()) : labels;
        return DataSet.of(values(name + "_x"), architecture.inputs(), targets, architecture.outputs());
    }

    /** The network of these weights. Files have W as {@code [outputs, inputs]}, nn4j as {@code [inputs, outputs]}. */
    Network network(String name, Architecture architecture) throws IOException {
        float[] theirs = values(name);
        float[] ours = new float[theirs.length];
        int from = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int inputs = architecture.inputsOf(layer);
            int outputs = architecture.outputsOf(layer);
            transpose(theirs, ours, from, outputs, inputs);
            from += inputs * outputs;
            System.arraycopy(theirs, from, ours, from, outputs);
            from += outputs;
        }
        return Network.of(architecture.spec(), ours);
    }

    private static void transpose(float[] matrix, float[] transposed, int from, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[from + j * rows + i] = matrix[from + i * columns + j];
            }
        }
    }

    private static float[] oneHot(float[] labels, int classes) {
        float[] targets = new float[labels.length * classes];
        for (int row = 0; row < labels.length; row++) {
            targets[row * classes + (int) labels[row]] = 1;
        }
        return targets;
    }
}
