// SPDX-License-Identifier: Apache-2.0
/** Reads rows on a thread of their own while those before them are worked on. */
@NullMarked
package dev.nn4j.io.internal.ahead;

import org.jspecify.annotations.NullMarked;
