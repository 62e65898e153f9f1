/** The fingerprint filter: a digest, checksum or other short form of fields. */
@NullMarked
package io.kstash.filters.fingerprint;

import org.jspecify.annotations.NullMarked;
