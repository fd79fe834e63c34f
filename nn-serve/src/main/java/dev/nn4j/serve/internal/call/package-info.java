// SPDX-License-Identifier: Apache-2.0
/** What is asked and what is answered, without HTTP. */
@NullMarked
package dev.nn4j.serve.internal.call;

import org.jspecify.annotations.NullMarked;
