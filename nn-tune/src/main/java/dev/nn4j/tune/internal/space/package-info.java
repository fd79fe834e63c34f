// SPDX-License-Identifier: Apache-2.0
/** What a search may change in a configuration, and the configurations that come of it. */
@NullMarked
package dev.nn4j.tune.internal.space;

import org.jspecify.annotations.NullMarked;
