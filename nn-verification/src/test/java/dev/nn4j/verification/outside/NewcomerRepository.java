// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.outside;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A local Maven repository as a newcomer has it: empty. What others have published comes, as if from the network, from the
 * repository that the build itself uses; what the build may once have installed there of nn4j does not.
 *
 * @param folder where it lies
 */
public record NewcomerRepository(Path folder) {
    private static final Path OTHERS = Built.repository().resolve("nn-verification/target/outside/others");
    /** The first word of {@code dev.nn4j}, and of groups of others. */
    private static final String SHARED = "dev";

    private static final String OURS = "nn4j";

    /** The options that make Maven use it. Repositories of files are nobody's mirror: a project may bring one. */
    public String[] options() throws IOException {
        Path settings = Files.writeString(
                Files.createDirectories(folder).resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>others</id>
                      <mirrorOf>external:*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(others().toUri()));
        return new String[] {"-B", "-ntp", "-s", settings.toString(), "-Dmaven.repo.local=" + folder.resolve("local")};
    }

    private static Path others() throws IOException {
        Path all = Path.of(System.getProperty("nn.maven.repository"));
        link(all, OTHERS, SHARED);
        if (Files.isDirectory(all.resolve(SHARED))) {
            link(all.resolve(SHARED), OTHERS.resolve(SHARED), OURS);
        }
        return OTHERS;
    }

    private static void link(Path from, Path to, String left) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from, Files::isDirectory)) {
            for (Path entry : entries) {
                Path name = entry.getFileName();
                if (!name.toString().equals(left)) {
                    try {
                        Files.createSymbolicLink(to.resolve(name), entry);
                    } catch (FileAlreadyExistsException e) {
                        continue; // of an earlier test
                    }
                }
            }
        }
    }
}
