// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import dev.nn4j.api.internal.math.Fma;
import java.util.Objects;

/**
 * A stream of random numbers that is a pure function of (seed, purpose, layer, round): nothing else is state, so one
 * use of chance never disturbs another, and resuming a training needs no saved generator.
 *
 * <p>The generator is Philox4x32-10 (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011). Its 64-bit
 * key is the seed, the low 32 bits being key word 0. Its 128-bit counter is laid out as
 *
 * <pre>
 * words 0 (low), 1   index of the block within the stream, 64 bits
 * word  2            round, bits 0..31
 * word  3            purpose (bits 28..31) | layer (bits 14..27) | round, bits 32..45 (bits 0..13)
 * </pre>
 *
 * A block is four 32-bit words; the words of the stream are those of block 0, first word first, then of block 1, and so
 * on. Every draw is defined by the words it takes, in the order given with each method. These sequences are part of the
 * contract "same seed, same bits" and never change.
 *
 * <p>A stream is mutable, by its position, and not safe for use by several threads; give each thread its own.
 *
 * @since 0.1.0
 */
public final class RandomStream {
    /** The greatest layer number: 14 bits. */
    public static final int MAX_LAYER = (1 << 14) - 1;

    /** The greatest round number: 46 bits. */
    public static final long MAX_ROUND = (1L << 46) - 1;

    private final long key;
    private long counterHigh;
    private final int[] block = new int[Philox.WORDS];
    private long blockIndex = -1; // of the words in `block`; no block has the index -1
    private long position;
    private double spareGaussian = Double.NaN; // NaN: there is none

    private RandomStream(long key, long counterHigh) {
        this.key = key;
        this.counterHigh = counterHigh;
    }

    /** What a stream serves. The codes enter the counter and never change. */
    public enum Purpose {
        /** Initial values of parameters. */
        INITIALIZATION(0),
        /** Order of the training rows in an epoch. */
        SHUFFLE(1),
        /** Dropout masks. */
        DROPOUT(2),
        /** Division of data into training, validation and test sets. */
        SPLIT(3),
        /** Folds of cross-validation. */
        FOLDS(4),
        /** Samples of data, such as those shown in a report. */
        SAMPLE(5),
        /** Whatever a component of a third party does with chance. */
        PLUGIN(6),
        /** Seeds of the members of an ensemble. */
        MEMBER(7),
        /** What the trials of a search try. */
        TRIAL(8);

        private final int code;

        Purpose(int code) {
            this.code = code;
        }

        /**
         * The number that stands for this purpose in the counter.
         *
         * @return 0 to 15
         */
        public int code() {
            return code;
        }
    }

    /**
     * The stream of these coordinates, at its first word.
     *
     * @param seed any value
     * @param purpose what the numbers are for
     * @param layer 0 to {@value #MAX_LAYER}; 0 where layers have no meaning
     * @param round the epoch or step, 0 to 2<sup>46</sup> − 1; 0 where neither has a meaning
     * @return a new stream
     * @throws IllegalArgumentException if layer or round is out of range
     */
    public static RandomStream of(long seed, Purpose purpose, int layer, long round) {
        if (layer < 0 || layer > MAX_LAYER) {
            throw new IllegalArgumentException("layer must be in [0, " + MAX_LAYER + "], got " + layer);
        }
        return new RandomStream(seed, (long) purpose.code << 60 | (long) layer << 46 | checkedRound(round));
    }

    private static long checkedRound(long round) {
        if (round < 0 || round > MAX_ROUND) {
            throw new IllegalArgumentException("round must be in [0, " + MAX_ROUND + "], got " + round);
        }
        return round;
    }

    /**
     * Goes to the first word of another round of the same seed, purpose and layer, as if made again by {@link #of}; so a
     * loop over steps needs no new stream for each.
     *
     * @param round 0 to 2<sup>46</sup> − 1
     * @throws IllegalArgumentException if it is out of range
     */
    public void restart(long round) {
        counterHigh = (counterHigh & ~MAX_ROUND) | checkedRound(round);
        blockIndex = -1;
        position = 0;
        spareGaussian = Double.NaN;
    }

    /**
     * The word at an index, whatever has been drawn; it neither uses nor moves the position. Neighbouring indices are
     * cheap, as their block is kept.
     *
     * @param index 0 or more
     * @return 32 random bits
     * @throws IllegalArgumentException if the index is negative
     */
    public int bitsAt(long index) {
        checkIndex(index);
        long wanted = index / Philox.WORDS;
        if (wanted != blockIndex) {
            Philox.block(key, wanted, counterHigh, block, 0);
            blockIndex = wanted;
        }
        return block[(int) (index % Philox.WORDS)];
    }

    /**
     * Writes consecutive words: {@code target[from + i] = bitsAt(firstIndex + i)} for {@code from + i < to}, block by
     * block. Whole blocks are cheapest: a firstIndex and a length that are multiples of 4.
     *
     * @param target receives the words
     * @param from first array index written
     * @param to array index after the last one written
     * @param firstIndex index in the stream of the first word, 0 or more
     * @throws IllegalArgumentException if firstIndex is negative
     * @throws IndexOutOfBoundsException if from and to do not delimit a part of the array
     */
    public void fillBits(int[] target, int from, int to, long firstIndex) {
        checkIndex(firstIndex);
        Objects.checkFromToIndex(from, to, target.length);
        int at = from;
        long index = firstIndex;
        while (at < to && index % Philox.WORDS != 0) {
            target[at++] = bitsAt(index++);
        }
        for (; at <= to - Philox.WORDS; at += Philox.WORDS, index += Philox.WORDS) {
            Philox.block(key, index / Philox.WORDS, counterHigh, target, at);
        }
        while (at < to) {
            target[at++] = bitsAt(index++);
        }
    }

    private static void checkIndex(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("index must be >= 0, got " + index);
        }
    }

    /**
     * The next word.
     *
     * @return 32 random bits
     */
    public int nextInt() {
        return bitsAt(position++);
    }

    /**
     * The next two words, the first as the high half.
     *
     * @return 64 random bits
     */
    public long nextLong() {
        long high = nextInt();
        return high << 32 | Integer.toUnsignedLong(nextInt());
    }

    /**
     * The upper 24 bits of the next word, times 2<sup>−24</sup>.
     *
     * @return a multiple of 2<sup>−24</sup> in [0, 1)
     */
    public float nextFloat() {
        return (nextInt() >>> 8) * 0x1p-24f;
    }

    /**
     * The upper 53 bits of {@link #nextLong()}, times 2<sup>−53</sup>.
     *
     * @return a multiple of 2<sup>−53</sup> in [0, 1)
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * An integer below a bound, every one exactly as likely, by Lemire's multiplication ("Fast Random Integer
     * Generation in an Interval", 2019): the high half of word × bound; a word whose low half falls in the biased
     * remainder is passed over and the next one taken.
     *
     * @param bound 1 or more
     * @return 0 to bound − 1
     * @throws IllegalArgumentException if the bound is not positive
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be > 0, got " + bound);
        }
        int remainder = Integer.remainderUnsigned(-bound, bound); // 2^32 mod bound
        long product;
        do {
            product = Integer.toUnsignedLong(nextInt()) * bound;
        } while (Integer.compareUnsigned((int) product, remainder) < 0);
        return (int) (product >>> 32);
    }

    /**
     * A float between two others: low + (high − low) · {@link #nextFloat()}, with one rounding in the last step.
     *
     * @param low least value, finite
     * @param high greatest value, finite, at least low; itself only reached by rounding
     * @return a value in [low, high]
     * @throws IllegalArgumentException if low or high is out of range or high − low overflows
     */
    public float nextUniform(float low, float high) {
        float width = high - low;
        if (!(width >= 0 && width <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("low and high must be finite with low <= high and high - low within the"
                    + " range of float, got low " + low + ", high " + high);
        }
        return Fma.of(width, nextFloat(), low);
    }

    /**
     * A standard normal variate by Marsaglia's polar method over {@link StrictMath}. Variates come in pairs: of
     * points 2 · {@link #nextDouble()} − 1 (u, then v) the first inside the unit circle gives u's variate now and
     * v's at the next call, whatever is drawn in between.
     *
     * @return mean 0, variance 1
     */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = v * scale;
        return u * scale;
    }

    /**
     * Puts values in a random order, each as likely: Fisher–Yates from the last element down, each exchanged with
     * element {@link #nextInt(int) nextInt(i + 1)}.
     *
     * @param values reordered in place
     */
    public void shuffle(int[] values) {
        shuffle(values.length, (i, j) -> {
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        });
    }

    /** Lets two elements change places. */
    @FunctionalInterface
    public interface Exchange {
        /** Of these indices, which may be one and the same. */
        void of(int one, int other);
    }

    /**
     * Puts elements of any kind in a random order, by the very exchanges of {@link #shuffle(int[])}.
     *
     * @param count how many there are
     * @param exchange lets two of them change places
     */
    public void shuffle(int count, Exchange exchange) {
        for (int i = count - 1; i > 0; i--) {
            exchange.of(i, nextInt(i + 1));
        }
    }
}
