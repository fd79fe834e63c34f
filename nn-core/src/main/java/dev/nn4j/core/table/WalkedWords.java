// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.compute.Cancellation;

/** Words over which a long walk goes that can be cancelled: each word that is asked for is a step. For one thread. */
record WalkedWords(WordArray words, Cancellation.Walk walk) implements WordArray {
    @Override
    public long length() {
        return words.length();
    }

    @Override
    public int get(long index) {
        walk.step();
        return words.get(index);
    }

    @Override
    public void set(long index, int word) {
        words.set(index, word);
    }

    @Override
    public float number(long index) {
        walk.step();
        return words.number(index);
    }

    @Override
    public void read(long from, float[] into, int at, int count) {
        words.read(from, into, at, count);
    }

    @Override
    public void write(long to, float[] numbers, int from, int count) {
        words.write(to, numbers, from, count);
    }
}
