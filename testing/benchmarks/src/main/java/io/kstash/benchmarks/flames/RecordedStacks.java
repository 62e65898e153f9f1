package io.kstash.benchmarks.flames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** The samples of a recording of Java's Flight Recorder. */
final class RecordedStacks {
    /** What tells one run, or one of many alike, from another. */
    private static final Pattern OF_ONE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]+");

    private RecordedStacks() {}

    /** The stacks of all threads; the thread is the outermost frame. */
    static StackTree read(Path file) throws IOException {
        StackTree tree = new StackTree();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    tree.add(stack(event));
                }
            }
        }
        return tree;
    }

    private static List<String> stack(RecordedEvent event) {
        List<String> stack = new ArrayList<>();
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            stack.add(name(frame.getMethod()));
        }
        RecordedThread thread = event.getThread("sampledThread");
        stack.add(thread == null ? "?" : OF_ONE.matcher(thread.getJavaName()).replaceAll("*"));
        Collections.reverse(stack);
        return stack;
    }

    private static String name(RecordedMethod method) {
        return OF_ONE.matcher(method.getType().getName()).replaceAll("*") + "." + method.getName();
    }
}
