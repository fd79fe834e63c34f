// SPDX-License-Identifier: Apache-2.0
/** The activation functions that come with nn4j. */
@NullMarked
package dev.nn4j.activations;

import org.jspecify.annotations.NullMarked;
