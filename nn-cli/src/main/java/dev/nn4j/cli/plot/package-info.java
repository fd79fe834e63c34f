// SPDX-License-Identifier: Apache-2.0
/** Pictures of trainings; the one place that knows XChart. */
@NullMarked
package dev.nn4j.cli.plot;

import org.jspecify.annotations.NullMarked;
