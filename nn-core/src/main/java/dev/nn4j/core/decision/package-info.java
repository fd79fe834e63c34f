// SPDX-License-Identifier: Apache-2.0
/** How the outputs of a model become answers. */
@NullMarked
package dev.nn4j.core.decision;

import org.jspecify.annotations.NullMarked;
