// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a server for a while, right and wrong, while its file changes every minute: some clients send rows and compare every answer
 * with the two that the two models give, others are slow, stop half-way, close early, send too much, or no JSON. Prints every minute
 * what it counted, and how much memory the server has.
 */
final class Soak {
    private static final long PAUSE_MILLIS = 4;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long RELOAD_MILLIS = 5000;
    private static final int CLIENTS = 4;

    private final AskedRows rows;
    private final List<WrongClient> wrongClients;
    private final ServedFile file;
    private final Path process;
    private final AtomicLong right = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean ended;

    private Soak(AskedRows rows, List<WrongClient> wrongClients, ServedFile file, Path process) {
        this.rows = rows;
        this.wrongClients = wrongClients;
        this.file = file;
        this.process = process;
    }

    /** SERVER PATH PID ROWS.csv SERVED.nn FIRST.nn SECOND.nn SECONDS. */
    public static void main(String[] arguments) throws Exception {
        URI server = URI.create(arguments[0]);
        List<WrongClient> wrong = Arrays.stream(WrongClient.Way.values())
                .map(way -> new WrongClient(server, arguments[1], way))
                .toList();
        new Soak(
                        new AskedRows(server, arguments[1], Path.of(arguments[3])),
                        wrong,
                        new ServedFile(Path.of(arguments[4]), List.of(Path.of(arguments[5]), Path.of(arguments[6]))),
                        Path.of("/proc", arguments[2]))
                .run(Duration.ofSeconds(Long.parseLong(arguments[7])));
    }

    private void run(Duration time) throws Exception {
        for (int model = 0; model < 2; model++) {
            file.put(model);
            Thread.sleep(RELOAD_MILLIS);
            rows.learn();
        }
        report();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.add(begin(() -> ask(random)));
        }
        for (WrongClient client : wrongClients) {
            clients.add(begin(client::ask));
        }
        long end = System.nanoTime() + time.toNanos();
        for (int turn = 0; System.nanoTime() < end; turn++) {
            Thread.sleep(Math.min(MINUTE_MILLIS, 1 + (end - System.nanoTime()) / 1_000_000));
            file.exchange(turn);
            report();
        }
        ended = true;
        for (Thread one : clients) {
            one.join();
        }
        Thread.sleep(RELOAD_MILLIS);
        report();
        wrongClients.forEach(client -> print(client.toString()));
    }

    /** What a client does again and again. */
    private interface Work {
        void run() throws InterruptedException;
    }

    private Thread begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                while (!ended) {
                    work.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private void ask(Random random) throws InterruptedException {
        try {
            (rows.ask(random) ? right : wrong).incrementAndGet();
        } catch (IOException e) {
            lost.incrementAndGet();
            print("lost: " + e);
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private void report() throws IOException {
        String memory = Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.matches("(VmRSS|RssAnon|Threads):.*"))
                .map(line -> line.replaceAll("\\s+", " "))
                .reduce((one, other) -> one + ", " + other)
                .orElse("unknown");
        String ticks = Files.readString(process.resolve("stat")).replaceAll(".*\\) ", "");
        String[] fields = ticks.split(" ", -1);
        print(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " right " + right + ", wrong "
                + wrong + ", lost "
                + lost
                + "; server: " + memory + ", processor "
                + (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) + " ticks");
    }

    @SuppressWarnings("SystemOut") // a program for people
    private static void print(String line) {
        System.out.println(line);
    }
}
