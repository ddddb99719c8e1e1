package org.cotarget.report.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cotarget.report.export.ExportJson;
import org.cotarget.report.export.SafeName;

/**
 * A transaction bundle whose entries replace what an earlier run wrote under the same ids. An id is
 * a UUID of the kind of resource, the run's inputs and the names of what it is about, so patients
 * of two studies that share an id stay apart on one server.
 */
final class PatientBundle {

  private final String namespace;
  private final ObjectNode bundle =
      ExportJson.object().put("resourceType", "Bundle").put("type", "transaction");
  private final ArrayNode entries = bundle.putArray("entry");
  private final Map<UUID, Integer> used = new HashMap<>();

  PatientBundle(String namespace) {
    this.namespace = namespace;
  }

  ObjectNode json() {
    return bundle;
  }

  /**
   * Adds a resource, still empty.
   *
   * @param type its resource type
   * @param parts what tells it from others of its type; a second one of the same parts gets an id
   *     of its own
   * @return the resource to fill in
   */
  Added add(String type, String... parts) {
    String[] all = new String[parts.length + 2];
    all[0] = type;
    all[1] = namespace;
    System.arraycopy(parts, 0, all, 2, parts.length);
    UUID first = SafeName.uuid(all);
    int count = used.merge(first, 1, Integer::sum);
    UUID id = count == 1 ? first : SafeName.uuid(first.toString(), Integer.toString(count));
    ObjectNode entry = entries.addObject().put("fullUrl", "urn:uuid:" + id);
    ObjectNode resource = entry.putObject("resource");
    resource.put("resourceType", type).put("id", id.toString());
    entry.putObject("request").put("method", "PUT").put("url", type + "/" + id);
    return new Added(resource, "urn:uuid:" + id);
  }

  /**
   * A resource of the bundle.
   *
   * @param json the resource
   * @param fullUrl what references to it hold
   */
  record Added(ObjectNode json, String fullUrl) {

    ObjectNode reference() {
      return FhirCodes.reference(fullUrl);
    }
  }
}
