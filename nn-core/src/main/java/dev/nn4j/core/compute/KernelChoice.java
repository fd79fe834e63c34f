// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.compute;

/**
 * Which implementation of the compute kernels to use.
 *
 * @since 0.1.0
 */
public enum KernelChoice {
    /** The fastest that this machine and class or module path allow; plain Java for what is too little to pay for theirs. */
    AUTO,
    /** Plain Java. */
    SCALAR,
    /** The Vector API's; an error where it is not available. */
    VECTOR
}
