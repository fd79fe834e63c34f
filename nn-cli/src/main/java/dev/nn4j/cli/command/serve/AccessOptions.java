// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.serve;

import dev.nn4j.cli.console.Failure;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who may ask, and by what the server proves who it is. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AccessOptions {
    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Ask clients for the token in this file (Authorization: Bearer TOKEN), but for health.")
    private Optional<Path> token;

    @Option(names = "--open", description = "Let other machines ask without a token.")
    private boolean open;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Speak TLS with this certificate: PEM, with --tls-key; or PKCS #12, which holds the key.")
    private Optional<Path> certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its key: PEM, PKCS #8 without a password.")
    private Optional<Path> key;

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "The password of the PKCS #12 file.")
    private Optional<Path> password;

    Optional<Path> token() {
        return token;
    }

    boolean isOpen() {
        return open;
    }

    Optional<Path> certificate() {
        if (certificate.isEmpty() && (key.isPresent() || password.isPresent())) {
            throw Failure.usage("--tls-key, --tls-password-file: need --tls-certificate; give it, too");
        }
        if (key.isPresent() && password.isPresent()) {
            throw Failure.usage(
                    "--tls-password-file: is of a PKCS #12 file, which --tls-key does not go with; leave one out");
        }
        return certificate;
    }

    Optional<Path> key() {
        return key;
    }

    Optional<Path> password() {
        return password;
    }
}
