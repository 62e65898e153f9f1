package io.kstash.transformer.output;

import io.kstash.app.FailedException;
import io.kstash.app.FileProblem;
import io.kstash.delivery.file.FileRoot;
import io.kstash.event.Event;
import io.kstash.event.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the events of one file output go. Its root is the part of the path that no event decides; an event whose path would
 * leave the root goes to a file there that collects such events. Immutable and thread-safe.
 */
public final class FilePaths {
    /** The file below the root for events whose path leaves the root. */
    public static final String FAILURES = "_filepath_failures";

    private final Path root;
    private final Template belowRoot;
    private final Optional<Path> constant;

    private FilePaths(Path root, Template belowRoot) {
        this.root = root;
        this.belowRoot = belowRoot;
        this.constant = belowRoot.isConstant() ? Optional.of(below(belowRoot.toString())) : Optional.empty();
    }

    /**
     * The paths of an output, whose root is created.
     *
     * @param data takes the files of an output whose own root cannot be created
     * @param warnings is told when it does
     * @throws FailedException where no root can be created; the message names it
     */
    public static FilePaths of(FileOutput output, Optional<Path> data, Consumer<String> warnings) {
        String path = output.path().toString();
        int firstPlace = path.indexOf("%{");
        int rootEnd = path.lastIndexOf('/', firstPlace < 0 ? path.length() : firstPlace) + 1;
        Path root = absolute(Path.of(path.substring(0, rootEnd)));
        return new FilePaths(created(root, data, warnings), Template.of(path.substring(rootEnd)));
    }

    /** The folder below which all files of the output are. */
    public Path root() {
        return root;
    }

    /** The one file of all events, absolute; empty where the event decides. */
    public Optional<Path> single() {
        return Optional.of(root.resolve(belowRoot.toString())).filter(file -> belowRoot.isConstant());
    }

    /**
     * The file that the event goes to, absolute.
     *
     * @throws io.kstash.event.EventException where the path cannot be made of the event
     */
    public Path of(Event event) {
        return constant.isPresent() ? constant.get() : below(belowRoot.render(event));
    }

    private Path below(String name) {
        try {
            Path file = root.resolve("./" + name).normalize();
            return file.startsWith(root) && !file.equals(root) ? file : root.resolve(FAILURES);
        } catch (InvalidPathException notAPath) {
            return root.resolve(FAILURES);
        }
    }

    /**
     * The file that takes what is for another: the same, or the one that collects failures if the event decides and no file
     * can be there. Asks the file system.
     */
    public Path writable(Path file) {
        boolean fits = belowRoot.isConstant() || new FileRoot(root).canHold(root.relativize(file));
        return fits ? file : root.resolve(FAILURES);
    }

    /** The path as it is written, below the root that was created. */
    @Override
    public String toString() {
        return root.resolve(belowRoot.toString()).toString();
    }

    private static Path created(Path root, Optional<Path> data, Consumer<String> warnings) {
        try {
            return Files.createDirectories(root);
        } catch (IOException denied) {
            if (data.isEmpty()) {
                throw new FailedException(
                        "Cannot create folder " + root + " of a file output (" + FileProblem.describe(denied)
                                + "): create it, or give the folder that takes its files with --data",
                        denied);
            }
            warnings.accept("Cannot create folder " + root + " of a file output (" + FileProblem.describe(denied)
                    + "): its files go to " + data.get());
            return created(absolute(data.get()), Optional.empty(), warnings);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
