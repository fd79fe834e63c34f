// SPDX-License-Identifier: Apache-2.0
/** Worker threads that share the rows of a batch. */
@NullMarked
package dev.nn4j.core.internal.work;

import org.jspecify.annotations.NullMarked;
