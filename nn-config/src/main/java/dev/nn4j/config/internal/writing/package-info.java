// SPDX-License-Identifier: Apache-2.0
/** A description of a training in, JSON out. */
@NullMarked
package dev.nn4j.config.internal.writing;

import org.jspecify.annotations.NullMarked;
