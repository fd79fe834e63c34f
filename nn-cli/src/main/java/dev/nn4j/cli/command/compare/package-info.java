// SPDX-License-Identifier: Apache-2.0
/** The command that compares models. */
@NullMarked
package dev.nn4j.cli.command.compare;

import org.jspecify.annotations.NullMarked;
