package org.cotarget.input.vcf.scan;
final class IndexedPass { static java.util.Optional<RecordPass> where(java.nio.file.Path p, ScanPass s, SpreadLimits l, org.cotarget.cohort.InputProblems q) { return java.util.Optional.empty(); } }
