// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.Resource;

/**
 * Where a model lies, as Spring names places: {@code classpath:}, {@code file:} and what else it reads.
 *
 * @param resource there
 */
record ModelLocation(Resource resource) {
    /** All that is there now. */
    byte[] bytes() throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** Another number when there is another file; 0 if that cannot be said. */
    long stamp() {
        try {
            return 31 * resource.lastModified() + resource.contentLength();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return resource.getDescription();
    }
}
