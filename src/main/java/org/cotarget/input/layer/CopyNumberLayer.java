package org.cotarget.input.layer;

import java.util.List;
import java.util.Map;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.InputFile;

/**
 * The copy numbers of one matrix, long table or segment file.
 *
 * @param calls panel-gene calls by sample id as the file spells it, at most one a gene; samples
 *     without any value are keys with an empty list
 * @param file provenance
 */
public record CopyNumberLayer(Map<String, List<CopyNumberCall>> calls, InputFile file) {}
