// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Text files that come with nn. */
public final class Resource {
    private Resource() {}

    /** The text of a file in this jar, or with a leading slash in any. */
    public static String text(String name) throws IOException {
        try (InputStream bytes = open(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) throws IOException {
        // A module sees only its own files through a class; what other jars have under META-INF, through the loader.
        InputStream bytes = name.startsWith("/")
                ? Resource.class.getClassLoader().getResourceAsStream(name.substring(1))
                : Resource.class.getResourceAsStream(name);
        if (bytes == null) {
            throw new FileNotFoundException(name + ": is missing from this installation; install nn again");
        }
        return bytes;
    }
}
