/**
 * Results as other systems take them: one class for each target, over one {@link
 * org.cotarget.report.ExportSource}. None is loaded unless the user asks for it. Every text of an
 * input is written so that it cannot mean anything to the target but itself, and what was not
 * tested is left out or marked as unknown, never written as negative. {@code docs/exports.md} tells
 * what maps where.
 */
@NullMarked
package org.cotarget.report.export;

import org.jspecify.annotations.NullMarked;
