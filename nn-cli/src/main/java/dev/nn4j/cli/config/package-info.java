// SPDX-License-Identifier: Apache-2.0
/** The configuration: JSON in, a description of a training out. */
@NullMarked
package dev.nn4j.cli.config;

import org.jspecify.annotations.NullMarked;
