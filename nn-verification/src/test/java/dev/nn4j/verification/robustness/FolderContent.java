// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What lies in a folder.
 *
 * @param files length and checksum by name, or the kind of what is no file
 */
record FolderContent(SortedMap<String, String> files) {
    static FolderContent of(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                files.put(entry.getFileName().toString(), Files.isRegularFile(entry) ? sum(entry) : "no file");
            }
        }
        return new FolderContent(files);
    }

    private static String sum(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return bytes.length + " bytes, CRC " + crc.getValue();
    }
}
