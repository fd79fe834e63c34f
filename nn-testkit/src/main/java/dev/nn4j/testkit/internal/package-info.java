// SPDX-License-Identifier: Apache-2.0
/** The checks behind the contracts: what a component is asked, and how its answer is judged. */
@NullMarked
package dev.nn4j.testkit.internal;

import org.jspecify.annotations.NullMarked;
