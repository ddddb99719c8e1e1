/**
 * A cBioPortal study folder as a list of things to read. The meta files decide what each data file
 * is; case lists and the gene-panel matrix say who was assayed for which genes. Nothing outside the
 * folder is ever opened, whatever a meta file says.
 */
@NullMarked
package org.cotarget.input.study;

import org.jspecify.annotations.NullMarked;
