// SPDX-License-Identifier: Apache-2.0
/** {@code nn train}: what is to be trained, its run and what is written of it. */
@NullMarked
package dev.nn4j.cli.command.train;

import org.jspecify.annotations.NullMarked;
