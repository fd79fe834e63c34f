// SPDX-License-Identifier: Apache-2.0
/** What commands read and write: files, stdin and stdout. */
@NullMarked
package dev.nn4j.cli.files;

import org.jspecify.annotations.NullMarked;
