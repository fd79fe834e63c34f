// SPDX-License-Identifier: Apache-2.0
/** The description of a training: what the columns are for, the network, loss, optimizer and options. */
@NullMarked
package dev.nn4j.core.experiment;

import org.jspecify.annotations.NullMarked;
