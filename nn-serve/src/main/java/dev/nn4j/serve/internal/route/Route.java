// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Reply;
import java.io.IOException;
import java.util.List;

/** Answers calls of one kind. */
@FunctionalInterface
interface Route {
    /**
     * Answers.
     *
     * @param variables what stands in the path where its pattern has one, in order
     */
    Reply answer(Call call, List<String> variables, Deadline deadline) throws IOException;
}
