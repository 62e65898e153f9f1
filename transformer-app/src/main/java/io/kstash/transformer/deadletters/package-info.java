/** A pipeline's dead letters: what they are, what the present pipeline makes of them, and the way back. */
@NullMarked
package io.kstash.transformer.deadletters;

import org.jspecify.annotations.NullMarked;
