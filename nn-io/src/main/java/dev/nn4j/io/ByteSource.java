// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.file.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a model, checkpoint or ONNX file come from: a file, a stream, an array or a resource, and the name
 * that messages give it. Immutable; what is made of a stream can be read once.
 *
 * <p>A file is read where it lies. Of a stream all bytes are taken into memory first, as many as come and no more than
 * {@link #atMost} allows, so that a stream without end is refused and does not fill the heap.
 *
 * @since 0.1.0
 */
public final class ByteSource {
    private static final int MOST_IN_ARRAY = Integer.MAX_VALUE - 8;

    /** A third of the heap: what was read lies there beside its copy and the model that is made of it. */
    private static final long MOST_STREAMED =
            Math.min(MOST_IN_ARRAY, Runtime.getRuntime().maxMemory() / 3);

    private static final String UNNAMED = "model";

    private final String name;
    private final long most;
    private final Opener opener;

    /** Gives the content once the most bytes are known. */
    @FunctionalInterface
    private interface Opener {
        Content open(ByteSource source) throws IOException;
    }

    private ByteSource(String name, long most, Opener opener) {
        this.name = name;
        this.most = most;
        this.opener = opener;
    }

    /** A regular file, which messages call by its path. */
    public static ByteSource of(Path file) {
        return new ByteSource(file.toString(), Long.MAX_VALUE, source -> Content.of(file));
    }

    /** An array, which is kept and must not change while it is read; messages call it "model". */
    public static ByteSource of(byte[] bytes) {
        return new ByteSource(UNNAMED, Long.MAX_VALUE, source -> Content.of(bytes));
    }

    /** A stream from where it stands to its end. It is left open, for the caller to close; messages call it "model". */
    public static ByteSource of(InputStream in) {
        return new ByteSource(UNNAMED, MOST_STREAMED, source -> source.contentOf(in));
    }

    /**
     * A resource, as {@link Class#getResourceAsStream} finds it beside the class or, with a leading {@code /}, from the
     * root on: in a folder, a jar or a jar within a jar.
     *
     * <p>In a named module a resource in a package is seen by its own module alone, unless the package is opened; there
     * {@link #resource(Function, String)} reads it with the caller's rights.
     */
    public static ByteSource resource(Class<?> anchor, String name) {
        return new ByteSource(name, MOST_STREAMED, source -> {
            InputStream in = anchor.getResourceAsStream(name);
            return source.contentOfResource(in, isEncapsulated(anchor, name) ? encapsulated(anchor) : missing(anchor));
        });
    }

    /**
     * A resource that the caller opens, with the caller's rights: {@code
     * ByteSource.resource(Flowers.class::getResourceAsStream, "iris.nn")} finds what is encapsulated in the module of
     * whoever writes that.
     *
     * @param opener gives the stream of a name, or null if there is none; the stream is closed
     */
    public static ByteSource resource(Function<String, InputStream> opener, String name) {
        return new ByteSource(
                name,
                MOST_STREAMED,
                source -> source.contentOfResource(opener.apply(name), "there is no such resource"));
    }

    /** The same, called so in messages. */
    public ByteSource named(String other) {
        return new ByteSource(other, most, opener);
    }

    /**
     * The same, refused if it has more bytes. Without this a stream may have as many as a third of the heap.
     *
     * @param bytes at least 1; of a stream no more than an array can hold are ever taken
     */
    public ByteSource atMost(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(name + ": the most bytes must be at least 1, got " + bytes);
        }
        return new ByteSource(name, bytes, opener);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /**
     * All bytes.
     *
     * @throws IOException if they cannot be read, or there are more than allowed or than an array can hold; the message
     *     begins with the name
     */
    public byte[] readAll() throws IOException {
        try (Content content = open()) {
            long size = content.size();
            requireAtMost(size, Math.min(most, MOST_IN_ARRAY));
            return content.first((int) size);
        }
    }

    /** Opens it; whoever does closes it. */
    Content open() throws IOException {
        Content content = opener.open(this);
        try {
            requireAtMost(content.size(), most);
            return content;
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    private Content contentOf(InputStream in) throws IOException {
        long limit = Math.min(most, MOST_IN_ARRAY);
        byte[] bytes;
        boolean more;
        try {
            bytes = in.readNBytes((int) limit);
            more = bytes.length == limit && in.read() >= 0;
        } catch (IOException e) {
            throw new IOException(name + ": " + Objects.requireNonNullElse(e.getMessage(), "cannot be read"), e);
        }
        requireAtMost(more ? limit + 1 : bytes.length, limit);
        return Content.of(bytes);
    }

    private Content contentOfResource(@Nullable InputStream in, String whyNone) throws IOException {
        if (in == null) {
            throw new NoSuchFileException(name, null, whyNone);
        }
        try (in) {
            return contentOf(in);
        }
    }

    private void requireAtMost(long size, long limit) throws IOException {
        if (size > limit) {
            throw new FileSystemException(
                    name,
                    null,
                    "has more than " + limit + " bytes, the most that are read of it; allow more with"
                            + " ByteSource.atMost, or give the JVM more memory");
        }
    }

    private static boolean isEncapsulated(Class<?> anchor, String name) {
        String path = name.startsWith("/")
                ? name.substring(1)
                : anchor.getPackageName().replace('.', '/') + "/" + name;
        int end = path.lastIndexOf('/');
        String holder = end < 0 ? "" : path.substring(0, end).replace('/', '.');
        Module module = anchor.getModule();
        return module.isNamed()
                && module.getPackages().contains(holder)
                && !module.isOpen(holder, ByteSource.class.getModule());
    }

    private static String missing(Class<?> anchor) {
        return "there is no such resource for " + anchor.getName()
                + "; a name without a leading / is looked for beside the class";
    }

    private static String encapsulated(Class<?> anchor) {
        String module = anchor.getModule().getName();
        return "is encapsulated in module " + module + ", or not there; pass " + anchor.getSimpleName()
                + ".class::getResourceAsStream instead of the class, or open its package to "
                + readerOfClasses();
    }

    private static String readerOfClasses() {
        String module = ByteSource.class.getModule().getName();
        return module == null ? "the class path (opens PACKAGE)" : module;
    }
}
