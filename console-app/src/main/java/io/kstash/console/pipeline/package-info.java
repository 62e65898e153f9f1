/** The pipeline: its plan, what flows through it, and the way of a record. */
@NullMarked
package io.kstash.console.pipeline;

import org.jspecify.annotations.NullMarked;
