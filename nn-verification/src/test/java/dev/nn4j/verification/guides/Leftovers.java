// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a page's Python blocks have once left behind, kept among the tests' resources: where no Python can run a block, its
 * files are put in their place, so that what follows is run all the same.
 *
 * @param page the page's name
 * @param folder where the blocks would write
 */
record Leftovers(String page, Path folder) {
    private static final Pattern FILE = Pattern.compile("\"([\\w-]+\\.\\w+)\"");

    void standInFor(Block block) throws IOException {
        for (String name : FILE.matcher(block.text())
                .results()
                .map(match -> match.group(1))
                .toList()) {
            try (InputStream kept = Leftovers.class.getResourceAsStream(page + "/" + name)) {
                if (kept != null && !Files.exists(folder.resolve(name))) {
                    Files.copy(kept, folder.resolve(name));
                }
            }
        }
    }
}
