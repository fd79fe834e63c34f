// SPDX-License-Identifier: Apache-2.0
/** {@code nn predict}. */
@NullMarked
package dev.nn4j.cli.command.predict;

import org.jspecify.annotations.NullMarked;
