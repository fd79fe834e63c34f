// SPDX-License-Identifier: Apache-2.0
/** Starter configurations, plain or fitted to the columns of a data file. */
@NullMarked
package dev.nn4j.config.starter;

import org.jspecify.annotations.NullMarked;
