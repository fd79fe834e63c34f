// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server over HTTP: limits, tokens, what clients do wrong, and its end. */
class ServerTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String ROW = "[[59,2,32.1,101,157,93.2,38,4,4.8598,87]]";
    private static final String PREDICT = "models/diabetes/predict";

    @TempDir
    static Path folder;

    private static Server server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        ModelFile.write(ServedSpecimens.diabetes(), folder.resolve("diabetes.nn"));
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        server = described().start();
    }

    private static ServerBuilder described() {
        return Server.builder()
                .model(folder.resolve("diabetes.nn"))
                .port(0)
                .tokenFile(folder.resolve("token"))
                .limits(ServerLimits.usual()
                        .withBodyBytes(100_000)
                        .withTime(Duration.ofMillis(1500))
                        .withConcurrent(4));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path)).header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void answersAndRepeatsTheRequestsId() throws Exception {
        HttpResponse<String> answer = send(to(PREDICT)
                .header("X-Request-Id", "order-17")
                .POST(BodyPublishers.ofString(ROW))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("order-17");
        assertThat(answer.body()).contains("\"prediction\":");
        HttpResponse<String> other = send(to(PREDICT)
                .header("X-Request-Id", "two words, and more")
                .POST(BodyPublishers.ofString("[[1"))
                .build());
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.headers().firstValue("X-Request-Id").orElseThrow()).doesNotContain(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic " + TOKEN, "Bearer " + TOKEN + "0"})
    void whoDoesNotKnowTheTokenLearnsHealthAndThePageAlone(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(PREDICT));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> refused =
                send(request.POST(BodyPublishers.ofString(ROW)).build());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(refused.body()).doesNotContain(TOKEN);
        for (String open : List.of("v2/health/live", "v2/health/ready", "", "try.js")) {
            assertThat(send(HttpRequest.newBuilder(server.uri().resolve(open)).build())
                            .statusCode())
                    .as(open)
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) ' ');
        assertThat(send(to(PREDICT).POST(BodyPublishers.ofByteArray(large)).build())
                        .statusCode())
                .isEqualTo(413);
        HttpRequest chunked = to(PREDICT)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        assertThat(send(chunked).statusCode()).isEqualTo(413);
    }

    /** Much more than the buffers of both sides hold, so that it is still on its way when it is refused. */
    private static final int FAR_TOO_LARGE = 20_000_000;

    /** A client of blocking sockets, as most are: it sends all, and then reads. */
    @ParameterizedTest
    @CsvSource({
        "known beforehand, Content-Length: 20000000, '', 413",
        "in chunks, Transfer-Encoding: chunked, 1312d00, 413",
        "without the token, Authorization: none, '', 401"
    })
    void whoSendsFarTooMuchCanSendAllOfItAndThenReadTheRefusal(String how, String header, String size, int status)
            throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            String length = status == 401 ? "Content-Length: " + FAR_TOO_LARGE : "Authorization: Bearer " + TOKEN;
            String start = size.isEmpty() ? "" : size + "\r\n";
            out.write(("POST /" + PREDICT + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n" + length + "\r\n\r\n" + start)
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] part = new byte[FAR_TOO_LARGE / 100];
            for (int i = 0; i < 100; i++) {
                out.write(part);
            }
            out.write((size.isEmpty() ? "" : "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .as(how)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("{\"error\":");
        }
    }

    /** Java's own client, which reports what it meets while it sends and not what it could have read. */
    @Test
    void anotherClientIsToldTooWhatIsTooLarge() throws Exception {
        byte[] large = new byte[FAR_TOO_LARGE];
        for (int time = 0; time < 5; time++) {
            assertThat(send(to(PREDICT).POST(BodyPublishers.ofByteArray(large)).build())
                            .statusCode())
                    .isEqualTo(413);
            assertThat(send(to(PREDICT)
                                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                                    .build())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void whoNeverStopsSendingIsLeftAloneWithItsAnswerAfterAWhile() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /" + PREDICT + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                            + "\r\nContent-Length: 999999999999\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
            assertThatThrownBy(() -> {
                        while (true) {
                            out.write(new byte[100]);
                            Thread.sleep(20);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBodyThatDoesNotComeIsGivenUp() throws Exception {
        assertThat(raw(
                        "POST /" + PREDICT + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                                + "\r\nContent-Length: 100\r\n\r\n[[1",
                        false))
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void whoStopsSendingEarlyGetsNoAnswerAboutHalfABody() throws Exception {
        assertThat(raw(
                        "POST /" + PREDICT + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                                + "\r\nContent-Length: 100\r\n\r\n" + ROW,
                        true))
                .doesNotContain("200 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTXP\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNoHttpIsRefusedWithoutAStack(String text) throws Exception {
        assertThat(raw(text, true)).startsWith("HTTP/1.1 ").doesNotContain(" 200 ", "Exception", "jetty", "\tat ");
        answersAndRepeatsTheRequestsId();
    }

    private static String raw(String text, boolean endThere) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (endThere) {
                socket.shutdownOutput();
            }
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void moreRequestsAtOnceThanAllowedAreSentAwayForLater() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket("127.0.0.1", server.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /" + PREDICT + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                                        + "\r\nContent-Length: 100\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            HttpResponse<String> refused = awaitStatus(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        awaitStatus(200);
    }

    /** Slow requests take a moment to arrive, and to be given up. */
    private static HttpResponse<String> awaitStatus(int status) throws Exception {
        for (int attempt = 0; ; attempt++) {
            HttpResponse<String> answer =
                    send(to(PREDICT).POST(BodyPublishers.ofString(ROW)).build());
            if (answer.statusCode() == status || attempt == 200) {
                assertThat(answer.statusCode()).isEqualTo(status);
                return answer;
            }
            Thread.sleep(20);
        }
    }

    @Test
    void requestsThatAreUnderWayGetTheirAnswersWhenItEnds() throws Exception {
        Server other = described().start();
        byte[] many = ("[" + (ROW.substring(1, ROW.length() - 1) + ",").repeat(1500) + ROW.substring(1))
                .getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(other.uri().resolve(PREDICT))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofInputStream(() -> new SlowStream(many)))
                .build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        HttpRequest later = HttpRequest.newBuilder(other.uri()).build();
        Thread.sleep(200);
        other.close();
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> client.send(later, BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    /** One that has been refused and goes on sending, and one whose request never comes to its end. */
    @ParameterizedTest
    @CsvSource({"999999999, HTTP/1.1 413", "1000, ''"})
    void endsBesideClientsThatDoNot(String length, String status) throws Exception {
        Server other = described().grace(Duration.ofMillis(300)).start();
        try (Socket socket = new Socket("127.0.0.1", other.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /" + PREDICT + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                            + "\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(status.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(status);
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                try {
                    while (true) {
                        out.write(' ');
                        Thread.sleep(10);
                    }
                } catch (IOException | InterruptedException ended) {
                    throw new IllegalStateException(ended);
                }
            });
            other.close();
            assertThatThrownBy(() -> sender.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        }
    }

    /** Whoever was let in while it ended is not left waiting: a connection may be taken and not yet looked at. */
    @Test
    void leavesNoConnectionOpenBehind() throws Exception {
        for (int round = 0; round < 20; round++) {
            Server other = described().grace(Duration.ofMillis(300)).start();
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                clients.add(new Socket("127.0.0.1", other.port()));
            }
            other.close();
            for (Socket one : clients) {
                assertThat(isEnded(one)).isTrue();
            }
        }
    }

    private static boolean isEnded(Socket one) throws IOException {
        try (one) {
            one.setSoTimeout(10_000);
            return one.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Gives bytes little by little, over half a second. */
    private static final class SlowStream extends InputStream {
        private final byte[] bytes;
        private int next;

        SlowStream(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return next < bytes.length ? bytes[next++] : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (next == bytes.length) {
                return -1;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            int some = Math.min(Math.min(count, bytes.length / 10 + 1), bytes.length - next);
            System.arraycopy(bytes, next, into, from, some);
            next += some;
            return some;
        }
    }

    @Test
    void whatCannotBeDescribedIsRefused() throws IOException {
        Path file = folder.resolve("diabetes.nn");
        assertThatThrownBy(() -> Server.builder().port(0).start()).hasMessageContaining("no model");
        assertThatThrownBy(() -> Server.builder().port(70_000)).hasMessageContaining("[0, 65535]");
        assertThatThrownBy(
                        () -> Server.builder().model(file).model(file).port(0).start())
                .hasMessageContaining("are both");
        assertThatThrownBy(() ->
                        Server.builder().model(file).host("0.0.0.0").port(0).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token");
        assertThatThrownBy(
                        () -> Server.builder().model(file).port(server.port()).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("choose another port");
        Files.writeString(folder.resolve("short"), "short");
        assertThatThrownBy(() -> Server.builder()
                        .model(file)
                        .port(0)
                        .tokenFile(folder.resolve("short"))
                        .start())
                .hasMessageContaining("openssl rand");
        try (Server open =
                Server.builder().model(file).host("0.0.0.0").port(0).openToAll().start()) {
            assertThat(open.port()).isPositive();
        }
    }
}
