// SPDX-License-Identifier: Apache-2.0
/** The layers: their mathematics forward and backward, and the forms that are fixed for prediction. */
@NullMarked
package dev.nn4j.core.internal.layer;

import org.jspecify.annotations.NullMarked;
