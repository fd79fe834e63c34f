// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where checkpoints are kept: one of a training of one network in the file itself, those of the members of an ensemble
 * beside each other, with the member's number behind the name. Each is replaced whole, and needs none of the others.
 *
 * @param file as it was named
 */
record MemberFiles(Path file) {
    /** Where a member's is; of a training of one network, which has the number 0, the file itself. */
    Path of(int member) {
        return member == 0 ? file : file.resolveSibling(file.getFileName() + "." + member);
    }

    /** Whether some member's is there. */
    boolean areThere() {
        return !members().isEmpty();
    }

    /** The checkpoint, or those of the members that have one. */
    List<Checkpoint> read(ComponentRegistry registry) throws IOException {
        List<Path> members = Files.exists(file) ? List.of() : members();
        if (members.isEmpty()) {
            return List.of(CheckpointFile.read(file, registry));
        }
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Path member : members) {
            checkpoints.add(CheckpointFile.read(member, registry));
        }
        return checkpoints;
    }

    private List<Path> members() {
        List<Path> members = new ArrayList<>();
        for (int member = 1; member <= Model.MOST_MEMBERS; member++) {
            if (Files.exists(of(member))) {
                members.add(of(member));
            }
        }
        return members;
    }
}
