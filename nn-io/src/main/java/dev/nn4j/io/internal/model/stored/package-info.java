// SPDX-License-Identifier: Apache-2.0
/** A model file that is in memory: what it describes, and its tensors, in terms that need no component to be present. */
@NullMarked
package dev.nn4j.io.internal.model.stored;

import org.jspecify.annotations.NullMarked;
