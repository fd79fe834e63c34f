// SPDX-License-Identifier: Apache-2.0
/** How computations are carried out: threads and kernels. */
@NullMarked
package dev.nn4j.core.compute;

import org.jspecify.annotations.NullMarked;
