/**
 * HL7 FHIR R4 bundles by the profiles of the Genomics Reporting implementation guide, release 3
 * (STU3).
 */
@NullMarked
package org.cotarget.report.export.fhir;

import org.jspecify.annotations.NullMarked;
