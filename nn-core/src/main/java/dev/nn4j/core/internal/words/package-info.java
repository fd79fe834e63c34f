// SPDX-License-Identifier: Apache-2.0
/** Words of four bytes, of which more come than are known of, and texts that are noted by such words. */
@NullMarked
package dev.nn4j.core.internal.words;

import org.jspecify.annotations.NullMarked;
