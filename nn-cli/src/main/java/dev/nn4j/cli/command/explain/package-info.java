// SPDX-License-Identifier: Apache-2.0
/** {@code nn explain}. */
@NullMarked
package dev.nn4j.cli.command.explain;

import org.jspecify.annotations.NullMarked;
