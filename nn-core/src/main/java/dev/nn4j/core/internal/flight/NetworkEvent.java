// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The training of one of several networks. */
@Name("dev.nn4j.Network")
@Label("Network of Several")
@Description("The training of a member of an ensemble, a fold, a trial of a search or a shard")
@Category({"nn4j", "Training"})
@StackTrace(false)
final class NetworkEvent extends Event implements Span {
    @Label("Role")
    @Description("member, fold, trial or shard")
    final String role;

    @Label("Number")
    @Description("Which of them")
    final int number;

    @Label("Epochs")
    @Description("Up to which it is trained here")
    final int epochs;

    private NetworkEvent(String role, int number, int epochs) {
        this.role = role;
        this.number = number;
        this.epochs = epochs;
    }

    static NetworkEvent begun(String role, int number, int epochs) {
        NetworkEvent event = new NetworkEvent(role, number, epochs);
        event.begin();
        return event;
    }

    @Override
    public void ended() {
        commit();
    }
}
