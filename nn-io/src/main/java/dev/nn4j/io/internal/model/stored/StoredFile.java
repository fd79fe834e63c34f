// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

/**
 * A model file that was read whole and found sound; its components are not looked up yet.
 *
 * @param header what the file says of itself
 * @param model all but the numbers
 * @param tensors the numbers
 * @param bytes size of the file
 * @param sha256 of its body, in lower-case hexadecimal
 */
public record StoredFile(FileHeader header, StoredModel model, Tensors tensors, long bytes, String sha256) {}
