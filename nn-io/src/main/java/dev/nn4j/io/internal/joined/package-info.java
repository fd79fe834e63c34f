// SPDX-License-Identifier: Apache-2.0
/** Several files as one table. */
@NullMarked
package dev.nn4j.io.internal.joined;

import org.jspecify.annotations.NullMarked;
