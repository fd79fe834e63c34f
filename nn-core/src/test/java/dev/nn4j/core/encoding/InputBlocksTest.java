// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InputBlocksTest {
    private static final int ROWS = 11;
    private static final int WIDTH = 3;

    @Test
    void rowsAreReadAsTheyWereWrittenAcrossTheEndsOfArrays() {
        InputBlocks blocks = InputBlocks.zeros(ROWS, WIDTH, 4, 2);
        assertThat(blocks.isOne()).isFalse();
        float[] all = numbers();
        blocks.write(0, 2, all);
        blocks.write(2, ROWS - 2, Arrays.copyOfRange(all, 2 * WIDTH, all.length));
        assertReads(blocks, all);
    }

    @Test
    void fewRowsAreInOneArray() {
        assertThat(InputBlocks.zeros(ROWS, WIDTH, ROWS, 2).isOne()).isTrue();
        assertThat(InputBlocks.zeros(ROWS, WIDTH, 2).isOne()).isTrue();
        assertReads(InputBlocks.keeping(numbers(), WIDTH), numbers());
        assertThat(InputBlocks.zeros(0, WIDTH, 2).first()).isEmpty();
    }

    private static float[] numbers() {
        float[] numbers = new float[ROWS * WIDTH];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        return numbers;
    }

    private static void assertReads(InputBlocks blocks, float[] all) {
        for (int row = 0; row < ROWS; row++) {
            float[] one = new float[WIDTH + 1];
            blocks.read(row, one, 1);
            assertThat(Arrays.copyOfRange(one, 1, one.length))
                    .isEqualTo(Arrays.copyOfRange(all, row * WIDTH, (row + 1) * WIDTH));
            float[] rest = new float[(ROWS - row) * WIDTH];
            blocks.read(row, ROWS - row, rest, 0);
            assertThat(rest).isEqualTo(Arrays.copyOfRange(all, row * WIDTH, all.length));
        }
    }
}
