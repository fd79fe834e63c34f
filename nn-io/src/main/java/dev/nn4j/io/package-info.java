// SPDX-License-Identifier: Apache-2.0
/** Reading and writing of models, checkpoints and CSV. */
@NullMarked
package dev.nn4j.io;

import org.jspecify.annotations.NullMarked;
