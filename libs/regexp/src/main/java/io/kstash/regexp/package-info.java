/** Regular expressions as Ruby has them, which is what Logstash's users write. */
@NullMarked
package io.kstash.regexp;

import org.jspecify.annotations.NullMarked;
