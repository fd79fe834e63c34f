// SPDX-License-Identifier: Apache-2.0
/** What tests work on. */
@NullMarked
package dev.nn4j.core.sample;

import org.jspecify.annotations.NullMarked;
