// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with keys of files, PKCS #12 and PEM. */
class TlsTest {
    private static final char[] PASSWORD = "a-password".toCharArray();

    @TempDir
    static Path folder;

    private static KeyStore keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        ModelFile.write(ServedSpecimens.diabetes(), folder.resolve("diabetes.nn"));
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Files.writeString(folder.resolve("password"), new String(PASSWORD) + "\n");
        Files.writeString(
                folder.resolve("server.crt"),
                pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(
                folder.resolve("server.key"),
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    @Test
    void keysOfBothKindsProveWhoTheServerIs() throws Exception {
        assertThat(live(described().tls(folder.resolve("server.crt"), folder.resolve("server.key"))))
                .contains("\"live\":true");
        assertThat(live(described().tlsStore(folder.resolve("keys.p12"), Optional.of(folder.resolve("password")))))
                .contains("\"live\":true");
    }

    private static ServerBuilder described() {
        return Server.builder().model(folder.resolve("diabetes.nn")).port(0);
    }

    private static String live(ServerBuilder described) throws Exception {
        try (Server server = described.start()) {
            assertThat(server.uri().getScheme()).isEqualTo("https");
            HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
            HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("v2/health/live"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void filesThatHoldNoKeysAreRefusedInWords() {
        Path model = folder.resolve("diabetes.nn");
        assertThatThrownBy(() ->
                        described().tls(folder.resolve("server.crt"), model).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no private key");
        assertThatThrownBy(() ->
                        described().tls(model, folder.resolve("server.key")).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("diabetes.nn");
        assertThatThrownBy(() -> described()
                        .tlsStore(folder.resolve("keys.p12"), Optional.empty())
                        .start())
                .isInstanceOf(IOException.class);
    }
}
