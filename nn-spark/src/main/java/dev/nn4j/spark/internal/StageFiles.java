// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Small files on whatever file system a path names. */
public final class StageFiles {
    private final Configuration configuration;

    /** With the session's settings of file systems. */
    public StageFiles(SparkSession spark) {
        this.configuration = spark.sparkContext().hadoopConfiguration();
    }

    /** Whether the path is a folder; false where there is nothing. */
    public boolean isFolder(String path) throws IOException {
        Path place = new Path(path);
        FileSystem files = place.getFileSystem(configuration);
        return files.exists(place) && files.getFileStatus(place).isDirectory();
    }

    /** Whether there is something at a path. */
    public boolean exists(String path) throws IOException {
        Path place = new Path(path);
        return place.getFileSystem(configuration).exists(place);
    }

    /** All bytes of a file. */
    public byte[] read(String path) throws IOException {
        Path place = new Path(path);
        try (FSDataInputStream in = place.getFileSystem(configuration).open(place)) {
            return in.readAllBytes();
        }
    }

    /** Writes a file aside and then in place of an old one, so that it is whole or the old one. */
    public void write(String path, byte[] bytes) throws IOException {
        Path place = new Path(path);
        FileSystem files = place.getFileSystem(configuration);
        Path aside = place.suffix(".part");
        try (FSDataOutputStream out = files.create(aside, true)) {
            out.write(bytes);
        }
        files.delete(place, false);
        if (!files.rename(aside, place)) {
            throw new IOException(path + ": cannot be replaced by " + aside);
        }
    }
}
