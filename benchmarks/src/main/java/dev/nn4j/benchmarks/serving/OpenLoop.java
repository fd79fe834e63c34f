// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at a fixed rate, whether answers come or not, and prints how long they took from when they were due: a client that
 * waits for its answer before it asks again does not see how long others would have waited.
 */
final class OpenLoop {
    private static final double NANOS = 1e9;

    private final URI address;
    private final byte[] request;
    private final int connections;
    private final double rate;
    private final int each;

    private OpenLoop(URI address, byte[] body, int connections, double rate, double seconds) {
        this.address = address;
        this.connections = connections;
        this.rate = rate;
        this.each = (int) (rate * seconds / connections);
        String head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: loop\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
        this.request = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
    }

    /** ADDRESS BODY.json CONNECTIONS REQUESTS-A-SECOND SECONDS; the first fifth is for warming up. */
    public static void main(String[] arguments) throws Exception {
        new OpenLoop(
                        URI.create(arguments[0]),
                        Files.readAllBytes(Path.of(arguments[1])),
                        Integer.parseInt(arguments[2]),
                        Double.parseDouble(arguments[3]),
                        Double.parseDouble(arguments[4]))
                .run();
    }

    private void run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        List<Callable<long[]>> clients = new ArrayList<>();
        for (int client = 0; client < connections; client++) {
            int number = client;
            clients.add(() -> ask(number, start));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> client : threads.invokeAll(clients)) {
            all.add(client.get());
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / NANOS;
        long[] sorted = all.stream()
                .flatMapToLong(times -> Arrays.stream(times, times.length / 5, times.length))
                .sorted()
                .toArray();
        print(String.format(
                Locale.ROOT,
                "%.0f requests/s wanted, %.0f had; p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.2f ms",
                rate,
                (double) each * connections / seconds,
                millis(sorted, 0.5),
                millis(sorted, 0.9),
                millis(sorted, 0.99),
                millis(sorted, 0.999),
                millis(sorted, 1)));
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }

    /** The requests of one connection; how long each took from when it was due. */
    private long[] ask(int client, long start) throws IOException {
        long[] times = new long[each];
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int one = 0; one < each; one++) {
                long due = start + (long) (((double) one * connections + client) / rate * NANOS);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                socket.getOutputStream().write(request);
                readAnswer(in);
                times[one] = System.nanoTime() - due;
            }
        }
        return times;
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (!status.startsWith("HTTP/1.1 200") || in.readNBytes(length).length < length) {
            throw new IOException("no answer: " + status);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("the server has closed the connection");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    @SuppressWarnings("SystemOut") // a program for people
    private static void print(String line) {
        System.out.println(line);
    }
}
