/**
 * Gene expression matrices in whatever orientation and unit they come. {@link
 * org.cotarget.input.expression.ExpressionReader} keeps every gene and the values as they are;
 * {@link org.cotarget.input.expression.UnitEvidence} tells the unit and holds a declared one
 * against the values. Normalising is left to the expression package.
 */
@NullMarked
package org.cotarget.input.expression;

import org.jspecify.annotations.NullMarked;
