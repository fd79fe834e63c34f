// SPDX-License-Identifier: Apache-2.0
/** Values of Java programs as cells: which types serve, and the components of records. */
@NullMarked
package dev.nn4j.core.internal.value;

import org.jspecify.annotations.NullMarked;
