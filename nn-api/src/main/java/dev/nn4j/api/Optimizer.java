// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.List;
import java.util.Map;

/**
 * A rule that moves parameters against their gradients.
 *
 * <p>State leaves the rule: it names the entries it needs, nn4j owns them, starts them at zero, hands in slices and
 * saves them with checkpoints, so that any optimizer resumes exactly without code of its own. The learning rate belongs
 * to the training and is handed in (the name {@code learningRate} is reserved), so schedules need no code either.
 *
 * @since 0.1.0
 */
public interface Optimizer extends Component {
    /** The learning rate used when the user gives none; positive. */
    double defaultRate();

    /** Names of the state arrays, one value for each parameter; {@code arrays[k]} of {@link #update} is the k-th. */
    default List<String> stateArrays() {
        return List.of();
    }

    /** Names of the scalar state entries; {@code scalars[k]} is the k-th. */
    default List<String> stateScalars() {
        return List.of();
    }

    /**
     * Called once before the updates of a step, to advance scalar state.
     *
     * @param scalars the scalar state, writable, zero before step 1
     * @param step counts from 1
     * @param rate the learning rate of this step, before factors of ranges
     */
    default void prepare(double[] scalars, long step, double rate) {}

    /**
     * Updates the parameters {@code w[from … to − 1]} in place. Called for disjoint slices, possibly at once on several
     * threads: element i may depend on element i of the arrays and on the scalars alone. Ranges of parameters may have
     * rates of their own, and other values of hyperparameters that neither arrays nor scalars depend on.
     *
     * @param w parameters
     * @param g gradients of the loss, after penalties and clipping; read only
     * @param arrays the state arrays, indexed as w
     * @param scalars the scalar state as {@link #prepare} left it; read only
     * @param step counts from 1
     * @param rate the learning rate of this step for these parameters
     */
    void update(float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate);

    /** This optimizer with other hyperparameter values, already checked against {@link #hyperparameters()}. */
    default Optimizer with(Hyperparameters values) {
        values.requireNone(name());
        return this;
    }

    /**
     * This optimizer with another value of its hyperparameter {@code weightDecay}, the same as by {@link #with}. A training
     * whose weight decay follows a schedule asks for it before each step, so one that has the hyperparameter does well to
     * make no more than itself anew.
     *
     * @throws IllegalArgumentException if it has no weight decay, or not of this value
     */
    default Optimizer withWeightDecay(double value) {
        return with(hyperparameters().with(name(), Map.of("weightDecay", value)));
    }
}
