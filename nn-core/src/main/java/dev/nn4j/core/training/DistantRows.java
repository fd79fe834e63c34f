// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.network.NetworkSpec;

/**
 * The rows of a training that lie elsewhere, as on the machines of a cluster; see {@link Training#withDistantRows}.
 *
 * @since 0.1.0
 */
public interface DistantRows {
    /** What tells them from others, in lower-case hexadecimal, whatever the order in which they came. */
    String sha256();

    /**
     * Has the rows encoded. Asked once, before the first step.
     *
     * @param prepared encodes rows as the training wants them; what its network is does not matter
     * @return all rows, see {@link DataSet#elsewhere}
     */
    DataSet encoded(Model prepared);

    /**
     * Who computes the gradients of the rows. Asked once, after {@link #encoded}.
     *
     * @param training that wants them
     * @param spec of the network
     */
    GradientSource gradients(NetworkTraining training, NetworkSpec spec);
}
