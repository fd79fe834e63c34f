// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.embedding;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.api.internal.math.Turns;
import dev.nn4j.api.math.FloatMath;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;

/**
 * The arithmetic of periodic embeddings of columns, see {@link PeriodicEmbeddingSpec}. With t_k = f_k·x + p_k, in turns,
 *
 * <pre>
 * forward    e = c + Σ_k W_k·cos 2πt_k              one fused multiply-add after the other
 * backward   dt_k = −2π sin 2πt_k·(W_k·de)
 *            dc = Σ de    dW_k = Σ cos 2πt_k·de    dp_k = Σ dt_k    df_k = Σ x·dt_k    dx = dx + Σ_k f_k·dt_k
 * </pre>
 *
 * Sums over rows are taken in the order of the rows.
 */
public final class Waves {
    private final int[] columns;
    private final int[] others;
    private final int waves;
    private final int size;
    /** Numbers that a column's waves make: all but the value itself. */
    private final int made;

    private final int first;

    /** The arithmetic of a layer whose numbers begin at an index among the parameters. */
    public Waves(EmbeddedInputs inputs, PeriodicEmbeddingSpec spec, int first) {
        this.columns = inputs.columns();
        this.others = inputs.others();
        this.waves = spec.frequencies();
        this.size = spec.size();
        this.made = size - 1;
        this.first = first;
    }

    /** Numbers of memory that {@link #backward} and {@link #gradient} need. */
    public int memory() {
        return 2 * waves;
    }

    /** Index of a column's first frequency. */
    public int frequency(int column) {
        return first + column * waves;
    }

    /** Index of a column's first phase. */
    public int phase(int column) {
        return first + (columns.length + column) * waves;
    }

    /** Index of a column's first weight; the shift c is behind those of the last wave. */
    public int weight(int column) {
        return first + 2 * columns.length * waves + column * (waves + 1) * made;
    }

    /**
     * Embeds a row.
     *
     * @param memory of any length but 0: for as many waves at a time
     * @param x holds the row from {@code at} on
     * @param a receives what becomes of it from {@code to} on
     */
    public void embed(float[] parameters, float[] memory, float[] x, int at, float[] a, int to) {
        for (int c = 0; c < columns.length; c++) {
            float value = x[at + columns[c]];
            int start = to + c * size;
            System.arraycopy(parameters, weight(c) + waves * made, a, start, made);
            for (int k = 0; k < waves; k += memory.length) {
                int end = Math.min(waves, k + memory.length);
                turns(parameters, c, value, k, end, memory);
                FloatMath.cosTurns(memory, memory, 0, end - k);
                addWaves(parameters, weight(c), k, end, memory, a, start);
            }
            a[start + made] = value;
        }
        int behind = to + columns.length * size;
        for (int i = 0; i < others.length; i++) {
            a[behind + i] = x[at + others[i]];
        }
    }

    private void turns(float[] parameters, int column, float value, int from, int to, float[] memory) {
        int frequency = frequency(column);
        int phase = phase(column);
        for (int k = from; k < to; k++) {
            memory[k - from] = Fma.of(parameters[frequency + k], value, parameters[phase + k]);
        }
    }

    private void addWaves(float[] parameters, int weight, int from, int to, float[] cosines, float[] a, int at) {
        for (int d = 0; d < made; d++) {
            float sum = a[at + d];
            for (int k = from; k < to; k++) {
                sum = Fma.of(parameters[weight + k * made + d], cosines[k - from], sum);
            }
            a[at + d] = sum;
        }
    }

    /** What an embedded row's gradient is to the row itself. */
    public void backward(float[] parameters, float[] memory, float[] x, float[] dz, int at, float[] dx, int to) {
        for (int c = 0; c < columns.length; c++) {
            int start = at + c * size;
            turns(parameters, c, x[to + columns[c]], 0, waves, memory);
            FloatMath.sinTurns(memory, memory, 0, waves);
            int frequency = frequency(c);
            float sum = dz[start + made];
            for (int k = 0; k < waves; k++) {
                float turn = memory[k] * slopeOf(parameters, weight(c) + k * made, dz, start);
                sum = Fma.of(parameters[frequency + k], turn, sum);
            }
            dx[to + columns[c]] = sum;
        }
        int behind = at + columns.length * size;
        for (int i = 0; i < others.length; i++) {
            dx[to + others[i]] = dz[behind + i];
        }
    }

    /** By what the gradient of a turn is its sine: −2π W_k·de. */
    private float slopeOf(float[] parameters, int weight, float[] dz, int start) {
        float sum = 0;
        for (int d = 0; d < made; d++) {
            sum = Fma.of(parameters[weight + d], dz[start + d], sum);
        }
        return -Turns.TWO_PI * sum;
    }

    /** Adds to the gradient of a column's numbers over rows, in their order; a row of dz has a width. */
    public void gradient(
            int column,
            float[] parameters,
            float[] memory,
            float[] x,
            int inputs,
            float[] dz,
            int width,
            int rows,
            float[] g) {
        for (int row = 0; row < rows; row++) {
            float value = x[row * inputs + columns[column]];
            turns(parameters, column, value, 0, waves, memory);
            System.arraycopy(memory, 0, memory, waves, waves);
            FloatMath.cosTurns(memory, memory, 0, waves);
            FloatMath.sinTurns(memory, memory, waves, 2 * waves);
            addGradient(column, parameters, memory, value, dz, row * width + column * size, g);
        }
    }

    private void addGradient(
            int column, float[] parameters, float[] memory, float value, float[] dz, int start, float[] g) {
        int frequency = frequency(column);
        int phase = phase(column);
        int weight = weight(column);
        for (int k = 0; k < waves; k++, weight += made) {
            float turn = memory[waves + k] * slopeOf(parameters, weight, dz, start);
            g[frequency + k] = Fma.of(value, turn, g[frequency + k]);
            g[phase + k] += turn;
            for (int d = 0; d < made; d++) {
                g[weight + d] = Fma.of(memory[k], dz[start + d], g[weight + d]);
            }
        }
        for (int d = 0; d < made; d++) {
            g[weight + d] += dz[start + d];
        }
    }
}
