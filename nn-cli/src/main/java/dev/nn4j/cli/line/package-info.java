// SPDX-License-Identifier: Apache-2.0
/** The command line: put together of its commands, its arguments read, its misuse explained. */
@NullMarked
package dev.nn4j.cli.line;

import org.jspecify.annotations.NullMarked;
