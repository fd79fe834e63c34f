// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;

/** URLs of texts that lie in no file. */
final class TextUrl {
    private TextUrl() {}

    static URL of(String name, String text) throws MalformedURLException {
        return new URL("nn4j", "", -1, "/" + name, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new TextConnection(url, text);
            }
        });
    }

    private static final class TextConnection extends URLConnection {
        private final String text;

        TextConnection(URL url, String text) {
            super(url);
            this.text = text;
        }

        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
