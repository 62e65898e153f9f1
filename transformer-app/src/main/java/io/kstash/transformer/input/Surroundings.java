package io.kstash.transformer.input;

import io.kstash.app.StopSignal;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The process in which an input reads.
 *
 * @param stdin standard input
 * @param data the folder for what an input has to remember
 * @param stop ends the reading between two events
 */
public record Surroundings(InputStream stdin, Path data, StopSignal stop) {}
