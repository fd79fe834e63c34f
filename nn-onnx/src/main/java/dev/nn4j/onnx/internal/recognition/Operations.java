// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.Optional;
import java.util.OptionalDouble;

/** What a graph computes, value by value. */
public interface Operations {
    /** The operation that gives a value; empty where none of the default domain with one output does. */
    Optional<Operation> producer(String value);

    /** A value that is one known number. */
    OptionalDouble number(String value);
}
