// SPDX-License-Identifier: Apache-2.0
/** Where a search looks next, by what it has found. */
@NullMarked
package dev.nn4j.tune.internal.proposal;

import org.jspecify.annotations.NullMarked;
