// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.live;

import dev.nn4j.report.internal.html.DrawnPage;
import java.io.IOException;

/**
 * The page that shows a {@link LiveCourse}. It listens to server-sent events at {@code events}, relative to its own address,
 * whose data are a reader's messages; it asks for nothing else, and keeps what it has been told when there is no more.
 *
 * @since 0.1.0
 */
public final class LivePage {
    private LivePage() {}

    /** The page as HTML; the same for all trainings. */
    public static String html() throws IOException {
        return DrawnPage.of("live", "Training", "null");
    }
}
