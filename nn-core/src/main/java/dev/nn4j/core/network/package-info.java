// SPDX-License-Identifier: Apache-2.0
/** Architectures: the layers of a network and how their widths chain. */
@NullMarked
package dev.nn4j.core.network;

import org.jspecify.annotations.NullMarked;
