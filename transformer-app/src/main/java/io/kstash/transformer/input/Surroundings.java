package io.kstash.transformer.input;

import io.kstash.app.StopSignal;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The process in which an input reads.
 *
 * @param stdin standard input
 * @param data the folder for what an input has to remember
 * @param stop ends the reading between two events
 * @param warnings takes what a person should know, a line each
 */
public record Surroundings(InputStream stdin, Path data, StopSignal stop, Consumer<String> warnings) {}
