// SPDX-License-Identifier: Apache-2.0
/** Models as beans of Spring Boot applications: configured by a location, watched, measured and exchanged while they run. */
@NullMarked
package dev.nn4j.spring;

import org.jspecify.annotations.NullMarked;
