// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.List;

/**
 * What every pluggable part of a network has: a name and typed hyperparameters.
 *
 * <p>A component object is immutable, holds no state between calls and is safe for all threads. The object that {@link
 * java.util.ServiceLoader} makes carries the default hyperparameters; {@code with} of each service makes another one.
 * From this declaration follow its JSON form, its form in model files, its validation and its documentation: a
 * component never writes code for any of them.
 *
 * @since 0.1.0
 */
public interface Component {
    /** The version of this service contract; a model file records it with every component. */
    int SPI_VERSION = 1;

    /**
     * The registry name, which never changes: kebab-case such as {@code leaky-relu}. Bare names are reserved for nn4j; third
     * parties prefix theirs with a vendor, as in {@code acme:swish}. Changed mathematics is a new name.
     */
    String name();

    /** Other names that find this component; never written to files. Empty by default. */
    default List<String> aliases() {
        return List.of();
    }

    /** The declared hyperparameters in order, each with this object's value. None by default. */
    default Hyperparameters hyperparameters() {
        return Hyperparameters.none();
    }
}
