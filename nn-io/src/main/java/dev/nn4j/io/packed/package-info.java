// SPDX-License-Identifier: Apache-2.0
/** How files are packed: the service by which more ways are learnt. */
@NullMarked
package dev.nn4j.io.packed;

import org.jspecify.annotations.NullMarked;
