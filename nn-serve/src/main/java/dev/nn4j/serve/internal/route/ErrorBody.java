// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.call.RowFault;

/** What clients read of an error: {@code error}, the whole message, as the Open Inference Protocol has it, and its parts. */
final class ErrorBody {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private ErrorBody() {}

    static Reply of(Refusal refusal, String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", refusal.problem());
        refusal.fault().ifPresent(fault -> parts(body, fault));
        body.put("requestId", id);
        Reply reply = Reply.text(refusal.status(), Reply.JSON, JsonText.compact(body) + "\n");
        boolean later = refusal.status() == TOO_MANY || refusal.status() == UNAVAILABLE;
        return later ? reply.with("Retry-After", "1") : reply;
    }

    private static void parts(ObjectNode body, RowFault fault) {
        if (fault.row() > 0) {
            body.put("row", fault.row());
        }
        if (!fault.field().isEmpty()) {
            body.put("field", fault.field());
        }
        if (!fault.remedy().isEmpty()) {
            body.put("remedy", fault.remedy());
        }
    }
}
