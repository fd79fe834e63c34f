// SPDX-License-Identifier: Apache-2.0
/** Which of several networks make an ensemble: who leaves on the way, and who is chosen in the end. */
@NullMarked
package dev.nn4j.core.internal.choice;

import org.jspecify.annotations.NullMarked;
