// SPDX-License-Identifier: Apache-2.0
/** A thin adapter from the testkit's contracts to JUnit. */
@NullMarked
package dev.nn4j.testkit.junit;

import org.jspecify.annotations.NullMarked;
