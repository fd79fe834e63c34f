// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a server for a while, right and wrong, while its file changes: some clients send rows and compare every answer with the
 * two that the two models give, others are slow, stop half-way, close early, send too much, or no JSON. Prints what it counted, and
 * how much memory the server has at the beginning and at the end.
 */
final class Soak {
    private static final Duration PAUSE = Duration.ofMillis(4);

    private final URI server;
    private final String path;
    private final List<String> rows;
    private final List<List<String>> answers = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong right = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong odd = new AtomicLong();
    private final AtomicLong unexpected = new AtomicLong();
    private volatile boolean ended;

    private Soak(URI server, String path, List<String> rows) {
        this.server = server;
        this.path = path;
        this.rows = rows;
    }

    /** SERVER PATH PID ROWS.csv SERVED.nn FIRST.nn SECOND.nn SECONDS. */
    public static void main(String[] arguments) throws Exception {
        Soak soak = new Soak(URI.create(arguments[0]), arguments[1], Files.readAllLines(Path.of(arguments[3])));
        soak.run(
                Path.of(arguments[4]),
                List.of(Path.of(arguments[5]), Path.of(arguments[6])),
                Path.of("/proc", arguments[2], "status"),
                Long.parseLong(arguments[7]));
    }

    private void run(Path served, List<Path> models, Path status, long seconds) throws Exception {
        for (Path model : models) {
            exchange(model, served);
            answers.add(expected());
        }
        print("memory at the beginning: " + memory(status));
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int seed = i;
            clients.add(begin(() -> askRight(new Random(seed))));
        }
        for (Wrong way : Wrong.values()) {
            clients.add(begin(() -> askWrong(way)));
        }
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (int turn = 0; System.nanoTime() < end; turn++) {
            Thread.sleep(Math.min(5000, 1 + (end - System.nanoTime()) / 1_000_000));
            replace(turn % 3 == 2 ? damaged(models.get(0)) : models.get(turn % 2), served);
            if (turn % 12 == 0) {
                print("memory: " + memory(status) + ", right answers: " + right);
            }
        }
        ended = true;
        for (Thread one : clients) {
            one.join();
        }
        Thread.sleep(2000);
        print("memory at the end: " + memory(status));
        print("right answers " + right + ", wrong " + wrong + ", lost " + lost + ", odd requests " + odd
                + ", of them not refused as they should be " + unexpected);
    }

    private static Thread begin(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    @SuppressWarnings("SystemOut") // a program for people
    private static void print(String line) {
        System.out.println(line);
    }

    private static Path damaged(Path model) throws IOException {
        Path half = Files.createTempFile("half", ".nn");
        byte[] bytes = Files.readAllBytes(model);
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
        return half;
    }

    private static void replace(Path from, Path served) throws IOException {
        Path beside = served.resolveSibling("next.tmp");
        Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, served, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void exchange(Path model, Path served) throws Exception {
        replace(model, served);
        Thread.sleep(3000);
    }

    private List<String> expected() throws Exception {
        List<String> all = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            all.add(ask(rows.get(0) + "\n" + rows.get(row) + "\n").body());
        }
        return all;
    }

    private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "text/csv")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private void askRight(Random random) {
        while (!ended) {
            int row = random.nextInt(rows.size() - 1);
            try {
                HttpResponse<String> answer = ask(rows.get(0) + "\n" + rows.get(row + 1) + "\n");
                boolean one = answers.stream().anyMatch(all -> all.get(row).equals(answer.body()));
                (answer.statusCode() == 200 && one ? right : wrong).incrementAndGet();
                Thread.sleep(PAUSE.toMillis());
            } catch (IOException e) {
                lost.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What clients do wrong, and how the status line must begin that they get, if they get one. */
    private enum Wrong {
        SLOW("Content-Length: 400\r\n\r\n", false, ""),
        HALF_CLOSED("Content-Length: 400\r\n\r\na,b\n", true, "HTTP/1.1 4"),
        NO_JSON(
                "Content-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n\r\n[[1,]",
                false,
                "HTTP/1.1 4"),
        TOO_LARGE("Content-Length: 999999999\r\nConnection: close\r\n\r\n", false, "HTTP/1.1 413"),
        NO_HTTP("Content-Length: -1\r\n\r\n", false, "HTTP/1.1 400"),
        GONE("Content-Length: 10\r\n\r\n[", true, "");

        private final String rest;
        private final boolean closes;
        private final String wanted;

        Wrong(String rest, boolean closes, String wanted) {
            this.rest = rest;
            this.closes = closes;
            this.wanted = wanted;
        }
    }

    private void askWrong(Wrong way) {
        while (!ended) {
            odd.incrementAndGet();
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setSoTimeout(60_000);
                OutputStream out = socket.getOutputStream();
                byte[] request = ("POST /" + path + " HTTP/1.1\r\nHost: soak\r\n" + way.rest)
                        .getBytes(StandardCharsets.US_ASCII);
                out.write(request);
                out.flush();
                if (way == Wrong.SLOW) {
                    drip(out);
                } else if (way == Wrong.GONE) {
                    Thread.sleep(PAUSE.toMillis());
                    continue;
                } else if (way.closes) {
                    socket.shutdownOutput();
                }
                String status = firstBytes(socket.getInputStream());
                boolean expected = status.isEmpty() || status.startsWith(way.wanted);
                if (!expected || (way != Wrong.SLOW && status.startsWith("HTTP/1.1 200"))) {
                    unexpected.incrementAndGet();
                }
                Thread.sleep(PAUSE.toMillis());
            } catch (IOException e) {
                odd.incrementAndGet(); // the server has closed what went on too long; it is asked again
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            out.write(' ');
            out.flush();
            Thread.sleep(100);
        }
    }

    private static String firstBytes(InputStream in) throws IOException {
        return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static String memory(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
                .map(line -> line.replaceAll("\\s+", " "))
                .reduce((one, other) -> one + ", " + other)
                .orElse("unknown");
    }
}
