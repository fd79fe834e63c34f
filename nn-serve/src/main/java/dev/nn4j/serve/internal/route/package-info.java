// SPDX-License-Identifier: Apache-2.0
/** Who answers which path. */
@NullMarked
package dev.nn4j.serve.internal.route;

import org.jspecify.annotations.NullMarked;
