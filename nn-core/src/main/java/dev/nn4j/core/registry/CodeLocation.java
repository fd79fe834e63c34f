// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a class was loaded from. Class loaders have URLs of their own kinds: a jar within Spring Boot's executable jar is
 * {@code jar:nested:/app.jar/!BOOT-INF/lib/library.jar!/}, and such a URL may be a path without a file name, or none.
 */
final class CodeLocation {
    /** The last part of a path that is neither empty nor an exclamation mark, which ends the name of a jar. */
    private static final Pattern LAST_PART = Pattern.compile("([^/!\\\\]+)[/!\\\\]*$");

    private CodeLocation() {}

    /** The name of the jar or folder that holds the class, if that can be told. */
    static Optional<String> name(Class<?> type) {
        return url(type).flatMap(CodeLocation::name);
    }

    /** The file or folder that holds the class, if it lies in the file system by itself. */
    static Optional<Path> file(Class<?> type) {
        return url(type).flatMap(CodeLocation::file);
    }

    static Optional<String> name(URL url) {
        Matcher part = LAST_PART.matcher(decoded(url));
        return part.find() ? Optional.of(part.group(1)) : Optional.empty();
    }

    static Optional<Path> file(URL url) {
        try {
            return "file".equals(url.getProtocol()) ? Optional.of(Path.of(url.toURI())) : Optional.empty();
        } catch (URISyntaxException | RuntimeException e) {
            return Optional.empty(); // made up by a class loader
        }
    }

    private static String decoded(URL url) {
        String path = url.getPath();
        try {
            String text = new URI("file:" + path).getSchemeSpecificPart();
            return text == null ? path : text;
        } catch (URISyntaxException e) {
            return path; // not encoded, as it should be
        }
    }

    private static Optional<URL> url(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource()).map(CodeSource::getLocation);
    }
}
