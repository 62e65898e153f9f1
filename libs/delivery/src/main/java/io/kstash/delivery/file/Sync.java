package io.kstash.delivery.file;

/**
 * Where a file and what was written to it meet again.
 *
 * @param lines how many of the lines that are expected are not before that place
 * @param position in the file, from which on the next line is there
 */
record Sync(int lines, long position) {}
