/** What topics there are, and what is known of each. */
@NullMarked
package io.kstash.console.topics;

import org.jspecify.annotations.NullMarked;
