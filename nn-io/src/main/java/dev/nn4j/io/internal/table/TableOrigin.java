// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

/**
 * What a table was made of.
 *
 * @param source as messages name it
 * @param sha256 of the file's bytes as they were read, in lower-case hexadecimal; empty if it was no file
 */
public record TableOrigin(String source, String sha256) {}
