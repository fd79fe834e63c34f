// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks of the kernels, of training steps and of predictions, and the networks they share with the peers. */
@NullMarked
package dev.nn4j.benchmarks;

import org.jspecify.annotations.NullMarked;
