// SPDX-License-Identifier: Apache-2.0
/**
 * The contract that every nn4j component must pass, ours or foreign, as plain classes: a {@link
 * dev.nn4j.testkit.Contract} returns a {@link dev.nn4j.testkit.Verdict} for each of its checks and throws nothing.
 * {@link dev.nn4j.testkit.junit.ContractTests} turns them into JUnit tests.
 */
@NullMarked
package dev.nn4j.testkit;

import org.jspecify.annotations.NullMarked;
