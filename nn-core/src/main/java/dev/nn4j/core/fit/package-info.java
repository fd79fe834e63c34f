// SPDX-License-Identifier: Apache-2.0
/** Training a network on data sets of bare numbers, epoch by epoch, and the state it can be resumed from. */
@NullMarked
package dev.nn4j.core.fit;

import org.jspecify.annotations.NullMarked;
