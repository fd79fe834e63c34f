// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

/**
 * Where a chart's values lie on the canvas.
 *
 * @param left of the rectangle that holds the curves, in pixels
 * @param top likewise
 * @param width likewise
 * @param height likewise
 * @param firstEpoch at the left
 * @param lastEpoch at the right
 * @param ticks of the values
 */
record Frame(double left, double top, double width, double height, int firstEpoch, int lastEpoch, Ticks ticks) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double x(double epoch) {
        return left + width * (epoch - firstEpoch) / (lastEpoch - firstEpoch);
    }

    double y(double value) {
        return bottom() - height * (value - ticks.low()) / (ticks.high() - ticks.low());
    }
}
