// SPDX-License-Identifier: Apache-2.0
/** Networks and models: what they are made of, and how they predict. */
@NullMarked
package dev.nn4j.core;

import org.jspecify.annotations.NullMarked;
