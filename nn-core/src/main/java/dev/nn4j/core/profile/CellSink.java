// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

/** Takes what cells of one column hold, one by one. */
interface CellSink {
    /** A cell without a value. */
    void missing();

    /** A number, or the days of a date. */
    void number(float value);

    /** A category, or a yes or no. */
    void text(String text);
}
