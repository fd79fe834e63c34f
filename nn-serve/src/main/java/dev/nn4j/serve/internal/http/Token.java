// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What clients must know, kept as its digest: of equal length for all, so that comparing tells nothing by its time. */
public final class Token {
    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 16;

    private final byte[] digest;

    private Token(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Reads the first line of a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is too short to be a secret
     */
    public static Token read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (text.length() < SHORTEST || text.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new IllegalArgumentException(file + ": a token must be one word of at least " + SHORTEST
                    + " letters, digits or signs of ASCII; make one with 'openssl rand -hex 32'");
        }
        return new Token(digest(text));
    }

    /** Whether the header of a request proves that its sender knows it. */
    boolean isIn(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String given = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(digest, digest(given)) && bearer;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
