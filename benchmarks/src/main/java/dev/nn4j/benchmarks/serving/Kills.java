// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kills a server in the midst of its answers, again and again, and starts it again: clients compare every answer, and of every
 * request without one it is told whether it was under way when the server was killed, or came before it was ready again.
 */
final class Kills {
    private static final int CLIENTS = 8;
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 50;

    private final URI server;
    private final AskedRows rows;
    private final List<String> command;
    private final AtomicLong right = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicLong whileDown = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    /** How often it was killed and came back: odd while it is away. */
    private final AtomicInteger changes = new AtomicInteger();

    private volatile boolean ended;

    private Kills(URI server, AskedRows rows, List<String> command) {
        this.server = server;
        this.rows = rows;
        this.command = command;
    }

    /** SERVER PATH ROWS.csv SECONDS COMMAND…, whose process must be the server's own. */
    public static void main(String[] arguments) throws Exception {
        URI server = URI.create(arguments[0]);
        new Kills(
                        server,
                        new AskedRows(server, arguments[1], Path.of(arguments[2])),
                        List.of(arguments).subList(4, arguments.length))
                .run(Duration.ofSeconds(Long.parseLong(arguments[3])));
    }

    private void run(Duration time) throws Exception {
        Process process = start();
        rows.learn();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            Thread client = new Thread(() -> askAll(random));
            client.start();
            clients.add(client);
        }
        long end = System.nanoTime() + time.toNanos();
        int kills = 0;
        while (System.nanoTime() < end) {
            Thread.sleep(LIFE.toMillis());
            changes.incrementAndGet();
            process.destroyForcibly().waitFor();
            kills++;
            process = start();
            changes.incrementAndGet();
        }
        Thread.sleep(LIFE.toMillis());
        ended = true;
        for (Thread client : clients) {
            client.join();
        }
        process.destroy();
        print(kills + " kills; right " + right + ", wrong " + wrong + "; without an answer: under way at a kill "
                + inFlight + ", while there was no server " + whileDown + ", lost " + lost);
    }

    private Process start() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .inheritIO()
                .start();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IOException("the server has ended with " + process.exitValue());
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return process;
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    server.resolve("v2/health/ready").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void askAll(Random random) {
        while (!ended) {
            int before = changes.get();
            try {
                (rows.ask(random) ? right : wrong).incrementAndGet();
            } catch (IOException e) {
                boolean isAway = before % 2 == 1;
                (isAway ? whileDown : changes.get() == before ? lost : inFlight).incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(4);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("SystemOut") // a program for people
    private static void print(String line) {
        System.out.println(line);
    }
}
