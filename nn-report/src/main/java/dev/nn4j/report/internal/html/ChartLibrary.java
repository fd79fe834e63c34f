// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.html;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

/**
 * uPlot, as its WebJar brings it.
 *
 * @param script the library
 * @param style its style sheet
 * @param licence its copyright notice, which goes wherever it goes
 */
public record ChartLibrary(String script, String style, String licence) {
    private static final String COORDINATES = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
    private static final String FILES = "/META-INF/resources/webjars/uplot/";

    /** Reads the one that comes with nn, whatever its version. */
    public static ChartLibrary bundled() throws IOException {
        Properties coordinates = new Properties();
        coordinates.load(new StringReader(Resource.text(COORDINATES)));
        String folder = FILES + coordinates.getProperty("version") + "/";
        return new ChartLibrary(
                withoutBanner(Resource.text(folder + "dist/uPlot.iife.min.js")),
                Resource.text(folder + "dist/uPlot.min.css"),
                Resource.text(folder + "LICENSE"));
    }

    /** A report has no link to anywhere, and the first comment is one. The licence says whose work it is. */
    private static String withoutBanner(String script) {
        return script.startsWith("/*")
                ? script.substring(script.indexOf("*/") + 2).strip()
                : script;
    }
}
