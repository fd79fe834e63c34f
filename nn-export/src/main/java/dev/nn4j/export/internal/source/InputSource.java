// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

/** How a class makes the network's inputs of a row. */
interface InputSource {
    /** What the class says of {@code FEATURES}. */
    String columns();

    /** What it says of a row of numbers. */
    String row();

    /** What it says that has as many numbers as a row. */
    String length();

    /** What is public beside {@code FEATURES}. */
    String constants();

    /** The method {@code inputs(double[])}, those that it needs, and other ways to give a row. */
    String methods();
}
