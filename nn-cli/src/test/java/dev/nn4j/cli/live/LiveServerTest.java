// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.report.live.LiveCourse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveServerTest {
    private final LiveCourse course = new LiveCourse("species", "iris.csv", "{}", 1);
    private LiveServer server;

    @BeforeEach
    void start() throws IOException {
        server = LiveServer.start(0, course);
    }

    @AfterEach
    void end() {
        course.end(false, "");
        server.close();
    }

    private int port() {
        return URI.create(server.address()).getPort();
    }

    /** A connection of its own that has sent a request, with headers as they are. */
    private BufferedReader asked(Socket socket, String line, String host) throws IOException {
        socket.getOutputStream()
                .write((line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private String answer(String line, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
                BufferedReader reader = asked(socket, line, host)) {
            return reader.lines().collect(Collectors.joining("\n"));
        }
    }

    @Test
    void thePageIsThereForThisMachineAlone() throws IOException {
        String host = "127.0.0.1:" + port();
        assertThat(server.address()).isEqualTo("http://" + host + "/");
        assertThat(answer("GET /", host)).startsWith("HTTP/1.1 200").contains("<!DOCTYPE html>", "EventSource");
        assertThat(answer("GET /", "localhost:" + port())).startsWith("HTTP/1.1 200");
        assertThat(answer("GET /", "evil.example")).startsWith("HTTP/1.1 403").doesNotContain("species");
        assertThat(answer("GET /events", "evil.example"))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("species");
        assertThat(answer("GET /../etc/passwd", host)).startsWith("HTTP/1.1 404");
        assertThat(answer("POST /", host)).startsWith("HTTP/1.1 405");
    }

    @Test
    void whoListensHearsAllUntilTheEndAndTheServerWaitsForThat() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
                BufferedReader reader = asked(socket, "GET /events", "127.0.0.1:" + port())) {
            String line = reader.readLine();
            while (!line.startsWith("data: ")) {
                line = reader.readLine();
            }
            assertThat(line).contains("\"title\":\"species\"");
            course.listener("")
                    .epochEnded(
                            EpochRecord.builder(1).loss(0.5).learningRate(0.1).build());
            course.end(true, "all done");
            server.close();

            assertThat(reader.lines().collect(Collectors.joining("\n")))
                    .contains("\"loss\":[0.5]", "\"words\":\"all done\"");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatThrownBy(() -> LiveServer.start(port(), course))
                .hasMessage("--watch: nothing can listen at port " + port()
                        + ", something else may; name another, or none for one that is free");
    }
}
