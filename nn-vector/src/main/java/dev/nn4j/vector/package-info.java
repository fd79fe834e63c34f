// SPDX-License-Identifier: Apache-2.0
/** The compute kernels on the JDK's Vector API: the same operations as the scalar ones, several elements at a time. */
@NullMarked
package dev.nn4j.vector;

import org.jspecify.annotations.NullMarked;
