// SPDX-License-Identifier: Apache-2.0
/** {@code nn plugins}: which components there are, and those of third parties. */
@NullMarked
package dev.nn4j.cli.command.plugins;

import org.jspecify.annotations.NullMarked;
