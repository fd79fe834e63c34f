// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What spark-submit did in a JVM apart, whose class path has Spark and none of nn4j.
 *
 * @param code with which it ended
 * @param out its stdout
 * @param err its stderr
 */
record Submitted(int code, String out, String err) {
    /** The process that takes commands, once there is one. */
    private static final List<SubmitProcess> RUNNING = new ArrayList<>();

    /** What it does with the measurements; texts and paths are its arguments. */
    static Submitted onMeasurements(Path folder, Object... arguments) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", Measurements.DATA));
        return by(shared(), folder, all.toArray());
    }

    /** The same, which it must have done. */
    Submitted withoutFault() {
        assertThat(code).as(err).isZero();
        return this;
    }

    /** The same, which it must have refused for how it was asked. */
    void refused(String reason) {
        assertThat(code).as(err).isEqualTo(2);
        assertThat(err).contains("error: " + reason);
    }

    /** What it does where it is to fail, which ends its process: one of its own, so that the others go on. */
    static Submitted failing(Path folder, Object... arguments) throws IOException, InterruptedException {
        try (SubmitProcess own = started()) {
            return by(own, folder, arguments);
        }
    }

    private static Submitted by(SubmitProcess process, Path folder, Object... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "--master",
                "local[2]",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.sql.shuffle.partitions=2",
                BundleTest.JAR.toString()));
        Stream.of(arguments).map(Object::toString).forEach(all::add);
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        int code = process.run(out, err, all);
        return new Submitted(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    /** The one that all commands share which are not to fail. */
    private static SubmitProcess shared() throws IOException {
        synchronized (RUNNING) {
            if (RUNNING.isEmpty() || !RUNNING.get(0).isAlive()) {
                RUNNING.clear();
                RUNNING.add(started());
            }
            return RUNNING.get(0);
        }
    }

    private static SubmitProcess started() throws IOException {
        return new SubmitProcess(
                command(), Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spark-submit"));
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add") || option.startsWith("-Djdk"))
                .forEach(command::add);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp"));
        command.add(sparkAlone()
                + File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath());
        command.add(SubmitLoop.class.getName());
        return command;
    }

    private static String sparkAlone() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !Path.of(entry).equals(BundleTest.JAR))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("nn-"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
