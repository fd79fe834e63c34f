// SPDX-License-Identifier: Apache-2.0
/** Third-party components: where they are found, whether they keep their contract, and how a project of them begins. */
@NullMarked
package dev.nn4j.cli.plugin;

import org.jspecify.annotations.NullMarked;
