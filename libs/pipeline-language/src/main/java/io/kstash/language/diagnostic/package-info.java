/** Problems of a pipeline file, told to the person who wrote it. */
@NullMarked
package io.kstash.language.diagnostic;

import org.jspecify.annotations.NullMarked;
