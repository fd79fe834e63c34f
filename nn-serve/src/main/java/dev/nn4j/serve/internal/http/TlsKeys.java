// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads certificate and key, as programs of the system write them, into what Java's TLS takes. */
final class TlsKeys {
    /** Of the keys in memory, where they need none but must have one. */
    static final String KEY_PASSWORD = "in-memory";

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

    private TlsKeys() {}

    /**
     * Reads them.
     *
     * @throws IOException if a file cannot be read or holds none, in words
     */
    static KeyStore read(TlsFiles files) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            if (files.key().isPresent()) {
                keys.setKeyEntry(
                        "server",
                        key(files.key().get()),
                        KEY_PASSWORD.toCharArray(),
                        certificates(files.certificates()));
            } else {
                copy(files, keys);
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    files.certificates() + ": the key is not one that TLS can use with it: " + e.getMessage(), e);
        }
    }

    private static Certificate[] certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(new Certificate[0]);
            if (chain.length == 0) {
                throw new IOException(file + ": holds no certificate; give PEM, the server's own first");
            }
            return chain;
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher found = PRIVATE_KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            throw new IOException(file + ": holds no private key in PKCS #8 without a password; make one with"
                    + " 'openssl pkcs8 -topk8 -nocrypt'");
        }
        PKCS8EncodedKeySpec spec =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        return KINDS.stream()
                .flatMap(kind -> generated(kind, spec))
                .findFirst()
                .orElseThrow(() -> new IOException(file + ": the key must be RSA, EC or Ed25519"));
    }

    private static Stream<PrivateKey> generated(String kind, PKCS8EncodedKeySpec spec) {
        try {
            return Stream.of(KeyFactory.getInstance(kind).generatePrivate(spec));
        } catch (InvalidKeySpecException | NoSuchAlgorithmException other) {
            return Stream.empty();
        }
    }

    private static void copy(TlsFiles files, KeyStore into) throws IOException, GeneralSecurityException {
        char[] password = files.password().isPresent()
                ? Files.readString(files.password().get(), StandardCharsets.ISO_8859_1)
                        .strip()
                        .toCharArray()
                : new char[0];
        KeyStore stored = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(files.certificates())) {
            stored.load(in, password);
        }
        for (Enumeration<String> names = stored.aliases(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            if (stored.isKeyEntry(name)) {
                into.setKeyEntry(
                        name,
                        stored.getKey(name, password),
                        KEY_PASSWORD.toCharArray(),
                        stored.getCertificateChain(name));
                return;
            }
        }
        throw new IOException(files.certificates() + ": holds no key; give PKCS #12 with certificate and key");
    }
}
