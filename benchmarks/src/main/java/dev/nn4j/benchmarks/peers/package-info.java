// SPDX-License-Identifier: Apache-2.0
/** nn4j on the workloads of the harness that measures other libraries. */
@NullMarked
package dev.nn4j.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
