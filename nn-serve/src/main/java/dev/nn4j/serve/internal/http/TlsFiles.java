// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where certificate and key are.
 *
 * @param certificates PEM, the server's first; or PKCS #12, with the key
 * @param key PEM, PKCS #8 without a password; nothing for PKCS #12
 * @param password a file with that of the PKCS #12 file; nothing if it has none
 */
public record TlsFiles(Path certificates, Optional<Path> key, Optional<Path> password) {}
