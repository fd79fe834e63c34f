// SPDX-License-Identifier: Apache-2.0
/** {@code nn serve}. */
@NullMarked
package dev.nn4j.cli.command.serve;

import org.jspecify.annotations.NullMarked;
