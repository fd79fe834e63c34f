// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.preparation;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.layer.Layers;
import java.util.stream.IntStream;

/** Where a training begins. */
public final class FreshStart {
    private FreshStart() {}

    /** The network itself, or, of a fresh one with layers that begin with rows of the data, what they make of it. */
    public static Network of(
            Network initial,
            DataSet training,
            TrainingOptions options,
            KernelChoice kernels,
            Cancellation cancellation) {
        if (!initial.startsFromData()) {
            return initial;
        }
        DataSet data = firstRows(training, options.fitRows());
        float[] parameters = initial.parameters();
        Layers.of(initial.spec())
                .start(
                        parameters,
                        data,
                        options.seed(),
                        KernelSelection.of(kernels).get(),
                        cancellation);
        return Network.of(initial.spec(), parameters);
    }

    /** What layers begin with is fitted to the rows that columns are fitted to. */
    private static DataSet firstRows(DataSet training, int fitRows) {
        boolean all = fitRows == 0 || fitRows >= training.rows();
        return all ? training : training.select(IntStream.range(0, fitRows).toArray());
    }
}
