// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import java.io.IOException;
import java.io.InputStream;

/** The files of the page on which models are tried. */
public final class TryPage {
    private TryPage() {}

    /** A file that lies beside this class. */
    public static byte[] file(String name) throws IOException {
        try (InputStream in = TryPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the page's " + name + " is not in the jar");
            }
            return in.readAllBytes();
        }
    }
}
