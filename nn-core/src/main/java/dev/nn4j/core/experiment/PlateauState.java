// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

/**
 * What a plateau schedule remembers between epochs.
 *
 * @param best the least cost seen; infinite before the first epoch
 * @param waited epochs since
 * @param reductions how often the rate was reduced
 * @since 0.1.0
 */
public record PlateauState(double best, int waited, int reductions) {
    /** Before the first epoch. */
    public static PlateauState initial() {
        return new PlateauState(Double.POSITIVE_INFINITY, 0, 0);
    }
}
