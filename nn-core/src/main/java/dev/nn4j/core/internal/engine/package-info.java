// SPDX-License-Identifier: Apache-2.0
/** The engine: layers, forward and backward passes, training steps. */
@NullMarked
package dev.nn4j.core.internal.engine;

import org.jspecify.annotations.NullMarked;
