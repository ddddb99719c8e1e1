/**
 * Delimited text as users have it: tabs or commas, plain or gzip, with a byte-order mark, comment
 * lines, quotes and the line ends of any system. {@link org.cotarget.input.table.TableReader} hands
 * out one row after another and knows the file line of each; what cannot be read becomes an {@link
 * org.cotarget.cohort.InputProblem}, and a damaged file is never read as a short one.
 */
@NullMarked
package org.cotarget.input.table;

import org.jspecify.annotations.NullMarked;
