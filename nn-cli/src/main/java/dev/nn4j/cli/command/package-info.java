// SPDX-License-Identifier: Apache-2.0
/** The commands and their options; the one place that knows picocli. */
@NullMarked
package dev.nn4j.cli.command;

import org.jspecify.annotations.NullMarked;
