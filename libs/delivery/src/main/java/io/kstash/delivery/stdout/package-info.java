/** Standard output as a destination, at least once. */
@NullMarked
package io.kstash.delivery.stdout;

import org.jspecify.annotations.NullMarked;
