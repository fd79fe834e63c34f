// SPDX-License-Identifier: Apache-2.0
/** How FloatMath's functions are computed: value by value here, several values at a time where nn-vector is there. */
@NullMarked
package dev.nn4j.api.internal.math;

import org.jspecify.annotations.NullMarked;
