// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

/** Where the rows of a network lie while its chain is followed from the output back to the input. */
public final class RowAxes {
    private boolean known;
    private boolean exchanged;
    private boolean columnsAtInput;
    private boolean columnsAtOutput;

    void pass(Turn turn) {
        switch (turn) {
            case NONE -> {}
            case EXCHANGED -> exchange();
            case ROWS -> settle(false, false);
            case COLUMNS -> settle(true, true);
            case COLUMNS_TO_ROWS -> settle(true, false);
        }
    }

    private void exchange() {
        exchanged ^= !known;
        columnsAtInput ^= known;
    }

    private void settle(boolean columnsBefore, boolean columnsAfter) {
        if (!known) {
            columnsAtOutput = columnsAfter ^ exchanged;
        }
        known = true;
        columnsAtInput = columnsBefore;
    }

    public boolean columnsAtInput() {
        return columnsAtInput;
    }

    public boolean columnsAtOutput() {
        return columnsAtOutput;
    }
}
