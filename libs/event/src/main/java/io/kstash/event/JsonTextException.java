package io.kstash.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** A text is not the JSON that it should be. The message says why. */
public final class JsonTextException extends EventException {
    public JsonTextException(String reason) {
        super("Not JSON: " + reason);
    }

    JsonTextException(IOException reason) {
        super("Not JSON: " + message(reason), reason);
    }

    private static String message(IOException reason) {
        return reason instanceof JsonProcessingException json
                ? json.getOriginalMessage() + place(json)
                : String.valueOf(reason.getMessage());
    }

    private static String place(JsonProcessingException json) {
        return json.getLocation() == null
                ? ""
                : " (line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ")";
    }
}
