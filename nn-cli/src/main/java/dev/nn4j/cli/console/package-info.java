// SPDX-License-Identifier: Apache-2.0
/** The user's side: streams, messages, errors and exit codes. */
@NullMarked
package dev.nn4j.cli.console;

import org.jspecify.annotations.NullMarked;
