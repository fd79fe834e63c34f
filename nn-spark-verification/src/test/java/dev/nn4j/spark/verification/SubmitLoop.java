// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.deploy.SparkSubmit;

/**
 * A process that does what spark-submit does, again and again: starting a JVM and Spark's classes takes most of such a call. It
 * reads the files for stdout and stderr and the arguments, and writes a zero when it is done; a command that fails ends it, as
 * it ends spark-submit.
 */
final class SubmitLoop {
    private SubmitLoop() {}

    public static void main(String[] none) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream done = new DataOutputStream(System.out);
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        while (true) {
            Path out;
            try {
                out = Path.of(in.readUTF());
            } catch (EOFException e) {
                return; // who asks has ended
            }
            Path err = Path.of(in.readUTF());
            String[] arguments = new String[in.readInt()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = in.readUTF();
            }
            try (PrintStream standard = stream(out);
                    PrintStream errors = stream(err)) {
                System.setOut(standard);
                System.setErr(errors);
                Thread.currentThread().setContextClassLoader(loader);
                SparkSubmit.main(arguments);
            }
            done.writeByte(0);
            done.flush();
        }
    }

    private static PrintStream stream(Path file) throws IOException {
        return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
