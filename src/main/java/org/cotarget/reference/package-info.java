/**
 * The bundled reference data, loaded once and handed to constructors: panel genes, their
 * transcripts, hotspots, receptor vocabularies, decision tables, thresholds, signatures, trials and
 * the literature behind each.
 *
 * <p>Each table lies under {@code reference/} as tab-separated text with its version, citation and
 * licence, and is listed with its SHA-256 in {@code reference/manifest.tsv}. {@link
 * org.cotarget.reference.ReferenceLoader} reads them all and refuses tables that contradict each
 * other; {@link org.cotarget.reference.ReferenceCheck} compares the digests. What a row means for a
 * patient is decided in the {@code assess} packages.
 */
@NullMarked
package org.cotarget.reference;

import org.jspecify.annotations.NullMarked;
