// SPDX-License-Identifier: Apache-2.0
/** The configuration of a training: JSON in, an experiment out. */
@NullMarked
package dev.nn4j.config;

import org.jspecify.annotations.NullMarked;
