/** The immutable syntax tree of a pipeline. Every node knows its place in the text. */
@NullMarked
package io.kstash.language.syntax;

import org.jspecify.annotations.NullMarked;
