// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packed distribution. */
final class Archives {
    private static final String ROOT = "nn-" + System.getProperty("nn.version");

    private Archives() {}

    static Path archive(String suffix) {
        return Built.distribution().resolveSibling(ROOT + suffix);
    }

    /** Unpacks the tar.gz and returns the distribution in it. */
    static Path untar(Path into) throws IOException, InterruptedException {
        Nn tar = Nn.run(into, List.of("tar", "-xzf", archive(".tar.gz").toString()));
        assertThat(tar.exit()).as(tar.err()).isZero();
        return onlyEntry(into);
    }

    /** Unpacks the zip, with the permissions that it records, and returns the distribution in it. */
    static Path unzip(Path into) throws IOException {
        Map<String, String> withPermissions = Map.of("enablePosixFileAttributes", "true");
        try (FileSystem zip = FileSystems.newFileSystem(archive(".zip"), withPermissions);
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : entries.toList()) {
                Path target = into.resolve(zip.getPath("/").relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target, StandardCopyOption.COPY_ATTRIBUTES);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
                }
            }
        }
        return onlyEntry(into);
    }

    private static Path onlyEntry(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).as("what the archive puts beside other files").containsExactly(directory.resolve(ROOT));
        }
        return directory.resolve(ROOT);
    }
}
