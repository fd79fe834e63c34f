// SPDX-License-Identifier: Apache-2.0
/**
 * What may be said of a column, each setting described once. Configurations, checkpoints, reports and the tables of
 * docs/cli.md follow from it.
 */
@NullMarked
package dev.nn4j.core.plan;

import org.jspecify.annotations.NullMarked;
