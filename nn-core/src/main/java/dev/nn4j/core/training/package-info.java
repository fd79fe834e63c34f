// SPDX-License-Identifier: Apache-2.0
/** Training: its description, its run, what can watch it and what comes out. */
@NullMarked
package dev.nn4j.core.training;

import org.jspecify.annotations.NullMarked;
