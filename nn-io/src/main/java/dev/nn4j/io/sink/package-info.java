// SPDX-License-Identifier: Apache-2.0
/** Where rows are written that are not files: the service by which more places are learnt. */
@NullMarked
package dev.nn4j.io.sink;

import org.jspecify.annotations.NullMarked;
