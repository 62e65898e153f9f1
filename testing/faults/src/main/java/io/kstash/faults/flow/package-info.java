/** The flow that faults strike: its processes, the way between them and Kafka, the disk, the files. */
@NullMarked
package io.kstash.faults.flow;

import org.jspecify.annotations.NullMarked;
