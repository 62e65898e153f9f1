/** What can go wrong, and when it does in a run: drawn from a seed. */
@NullMarked
package io.kstash.faults.fault;

import org.jspecify.annotations.NullMarked;
