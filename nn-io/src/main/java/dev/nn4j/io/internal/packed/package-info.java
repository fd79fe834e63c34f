// SPDX-License-Identifier: Apache-2.0
/** Streams as they are once they are unpacked. */
@NullMarked
package dev.nn4j.io.internal.packed;

import org.jspecify.annotations.NullMarked;
