// SPDX-License-Identifier: Apache-2.0
/** FloatMath's functions on the JDK's Vector API: the same operations as the scalar ones, several elements at a time. */
@NullMarked
package dev.nn4j.vector.functions;

import org.jspecify.annotations.NullMarked;
