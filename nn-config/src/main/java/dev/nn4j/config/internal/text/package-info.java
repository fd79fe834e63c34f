// SPDX-License-Identifier: Apache-2.0
/** Words for people, as wide as a terminal shows them. */
@NullMarked
package dev.nn4j.config.internal.text;

import org.jspecify.annotations.NullMarked;
