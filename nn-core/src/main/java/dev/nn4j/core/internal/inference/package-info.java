// SPDX-License-Identifier: Apache-2.0
/** What an experiment on a table means for it: labels, classes and the schema. */
@NullMarked
package dev.nn4j.core.internal.inference;

import org.jspecify.annotations.NullMarked;
