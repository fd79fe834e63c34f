// SPDX-License-Identifier: Apache-2.0
/** What trainings on clusters would cost that are larger than any at hand: a calculation, no measurement. */
@NullMarked
package dev.nn4j.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
