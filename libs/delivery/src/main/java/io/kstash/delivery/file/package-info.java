/**
 * Files as a destination, exactly once. The position lives in a journal beside the files: {@link
 * io.kstash.delivery.file.FileDestination} appends lines, makes them durable and then journals how long the files are and
 * which offsets come next.
 */
@NullMarked
package io.kstash.delivery.file;

import org.jspecify.annotations.NullMarked;
