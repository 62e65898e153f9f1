/** Conditions of {@code if}, compiled to what an event can be tested with. */
@NullMarked
package io.kstash.engine.condition;

import org.jspecify.annotations.NullMarked;
