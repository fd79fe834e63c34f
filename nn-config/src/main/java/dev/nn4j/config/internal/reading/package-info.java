// SPDX-License-Identifier: Apache-2.0
/** JSON in, a description of a training out. */
@NullMarked
package dev.nn4j.config.internal.reading;

import org.jspecify.annotations.NullMarked;
