/** The event that a pipeline works on: its fields, references to them, timestamps, and text made from them. */
@NullMarked
package io.kstash.event;

import org.jspecify.annotations.NullMarked;
