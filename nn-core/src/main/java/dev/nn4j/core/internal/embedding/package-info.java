// SPDX-License-Identifier: Apache-2.0

/** What layers that embed columns compute with: tables of rows and of pieces, waves, and which inputs are which. */
@NullMarked
package dev.nn4j.core.internal.embedding;

import org.jspecify.annotations.NullMarked;
