package org.cotarget.reference;

/**
 * A bundled file as the manifest lists it.
 *
 * @param path below {@code reference/}
 * @param version version of the table
 * @param title what it holds
 * @param licence licence of the content
 * @param citation citation keys
 * @param sha256 hex digest of the file
 */
public record ReferenceFile(
    String path, String version, String title, String licence, String citation, String sha256) {}
