// SPDX-License-Identifier: Apache-2.0
/** The command line: commands, configuration, progress, plots and reports. */
@NullMarked
package dev.nn4j.cli;

import org.jspecify.annotations.NullMarked;
