// SPDX-License-Identifier: Apache-2.0
/** Scores of the validation rows that early stopping or a schedule watches, computed only where one does. */
@NullMarked
package dev.nn4j.core.internal.watch;

import org.jspecify.annotations.NullMarked;
