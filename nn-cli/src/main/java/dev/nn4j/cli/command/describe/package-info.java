// SPDX-License-Identifier: Apache-2.0
/** Commands that tell of data and of models: {@code nn describe}, {@code nn drift}, {@code nn card}. */
@NullMarked
package dev.nn4j.cli.command.describe;

import org.jspecify.annotations.NullMarked;
