// SPDX-License-Identifier: Apache-2.0
/** What training rows looked like, column by column, and how far other rows are from that. */
@NullMarked
package dev.nn4j.core.profile;

import org.jspecify.annotations.NullMarked;
