// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.table.DecimalGrid;
import dev.nn4j.core.table.FloatRest;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what floats leave out of the numbers of rows, for the columns that need it, in a file of its own. */
final class RestPool implements Closeable {
    private static final int NOT_FINER = -1;

    private final ScratchFolder scratch;
    private final DecimalGrid[] grids;
    /** Which finer column a place is. */
    private final int[] finerOf;

    private final List<FinerColumn> finer = new ArrayList<>();
    private int[] rests = new int[0];
    private @Nullable FileChannel file;
    private @Nullable OutputStream out;

    /** For rows of so many places. */
    RestPool(ScratchFolder scratch, int places) {
        this.scratch = scratch;
        this.grids = new DecimalGrid[places];
        Arrays.setAll(grids, place -> new DecimalGrid());
        this.finerOf = new int[places];
        Arrays.fill(finerOf, NOT_FINER);
    }

    /** Takes a number of a row. */
    void take(int row, int place, double number) {
        if (finerOf[place] == NOT_FINER && !grids[place].take(number)) {
            finerOf[place] = finer.size();
            finer.add(new FinerColumn(place, row));
            rests = Arrays.copyOf(rests, finer.size());
        }
        if (finerOf[place] != NOT_FINER) {
            rests[finerOf[place]] = FloatRest.of(number);
        }
    }

    /** Ends a row, all numbers of which were taken. */
    void endRow() throws IOException {
        if (rests.length == 0) {
            return;
        }
        if (out == null) {
            file = scratch.open();
            out = scratch.writing(file);
        }
        ByteBuffer words = ByteBuffer.allocate(rests.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        words.asIntBuffer().put(rests);
        out.write(words.array());
    }

    /** The columns that need rests, by ascending first row. */
    List<FinerColumn> finer() {
        return finer;
    }

    /** The decimals of each place's numbers, where it is not finer yet. */
    List<Integer> decimals() {
        return Arrays.stream(grids).map(DecimalGrid::decimals).toList();
    }

    /** Writes all rests. */
    void writeTo(OutputStream table) throws IOException {
        if (file != null && out != null) {
            out.flush();
            file.position(0);
            Channels.newInputStream(file).transferTo(table);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
