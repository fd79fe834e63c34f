// SPDX-License-Identifier: Apache-2.0
/** What a training's user may do next: each rule looks at the outcome for one thing. */
@NullMarked
package dev.nn4j.cli.hint;

import org.jspecify.annotations.NullMarked;
