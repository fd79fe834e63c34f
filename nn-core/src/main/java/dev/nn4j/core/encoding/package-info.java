// SPDX-License-Identifier: Apache-2.0
/** From raw rows to the numbers that a network sees: encoding, scaling, data sets. */
@NullMarked
package dev.nn4j.core.encoding;

import org.jspecify.annotations.NullMarked;
