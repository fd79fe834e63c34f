// SPDX-License-Identifier: Apache-2.0
/** Showing how far a training is. */
@NullMarked
package dev.nn4j.cli.progress;

import org.jspecify.annotations.NullMarked;
