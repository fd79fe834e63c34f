// SPDX-License-Identifier: Apache-2.0
/** The page of a running training: a small server on this machine alone. */
@NullMarked
package dev.nn4j.cli.live;

import org.jspecify.annotations.NullMarked;
