// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A database server of this machine in a folder of its own, on a free port of the loopback; it ends when it is closed. */
final class LocalServer implements Closeable {
    static final String USER = "nn";
    static final String PASSWORD = "sesame";

    private final Process process;
    private final Path folder;
    private final int port;

    private LocalServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** PostgreSQL as Debian has it; empty where it is not installed. */
    static Optional<LocalServer> postgres() throws IOException, InterruptedException {
        Optional<Path> programs = newest(Path.of("/usr/lib/postgresql"), "bin/postgres");
        Optional<List<String>> user = user("postgres");
        if (programs.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        Path bin = programs.get().getParent();
        Path folder = folder("postgres");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Path data = folder.resolve("data");
        run(
                folder,
                user.get(),
                bin + "/initdb",
                "-D",
                data + "",
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                password + "",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync");
        int port = freePort();
        Process process = start(
                folder,
                user.get(),
                bin + "/postgres",
                "-D",
                data + "",
                "-p",
                port + "",
                "-k",
                "",
                "-h",
                "127.0.0.1",
                "-F");
        return Optional.of(new LocalServer(process, folder, port));
    }

    /** MariaDB as Debian has it; empty where it is not installed. */
    static Optional<LocalServer> mariaDb() throws IOException, InterruptedException {
        Path program = Path.of("/usr/sbin/mariadbd");
        Optional<List<String>> user = user("mysql");
        if (!Files.isExecutable(program) || user.isEmpty()) {
            return Optional.empty();
        }
        Path folder = folder("mysql");
        Path data = folder.resolve("data");
        run(
                folder,
                user.get(),
                "/usr/bin/mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
        Path start = Files.writeString(
                folder.resolve("start.sql"),
                "create database nn;\ncreate user nn@127.0.0.1 identified by '" + PASSWORD + "';\ngrant all on nn.* to"
                        + " nn@127.0.0.1;\n");
        int port = freePort();
        Process process = start(
                folder,
                user.get(),
                program.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--socket=" + folder.resolve("socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--init-file=" + start,
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=32M");
        return Optional.of(new LocalServer(process, folder, port));
    }

    /** What begins a command of a server that root must not be; empty where that is not possible. */
    private static Optional<List<String>> user(String name) {
        if (!System.getProperty("user.name").equals("root")) {
            return Optional.of(List.of());
        }
        return Files.isExecutable(Path.of("/usr/bin/setpriv"))
                ? Optional.of(List.of("/usr/bin/setpriv", "--reuid=" + name, "--regid=" + name, "--clear-groups"))
                : Optional.empty();
    }

    private static Path folder(String owner) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "nn-server");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (System.getProperty("user.name").equals("root")) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
        }
        return folder;
    }

    private static Optional<Path> newest(Path folder, String program) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(version -> version.resolve(program))
                    .filter(Files::isExecutable)
                    .max(Path::compareTo);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path folder, List<String> user, String... command) throws IOException {
        List<String> words = new ArrayList<>(user);
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static void run(Path folder, List<String> user, String... command)
            throws IOException, InterruptedException {
        Process process = start(folder, user, command);
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " fails: " + Files.readString(folder.resolve("log")));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
