// SPDX-License-Identifier: Apache-2.0
/** What a file describes, from and to the engine's models and checkpoints. */
@NullMarked
package dev.nn4j.io.internal.model.assembly;

import org.jspecify.annotations.NullMarked;
