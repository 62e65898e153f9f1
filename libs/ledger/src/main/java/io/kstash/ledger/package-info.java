/** The ledger: what became of each input record of a pipeline. The transformer writes it, the audit reads it. */
@NullMarked
package io.kstash.ledger;

import org.jspecify.annotations.NullMarked;
