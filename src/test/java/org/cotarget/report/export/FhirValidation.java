package org.cotarget.report.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * HAPI's validator with R4 and the Genomics Reporting guide, release 3.0.0, whose resources were
 * compiled from its published sources. There is no terminology server here, so codes of outside
 * systems are held against the list of those that the export may use.
 */
final class FhirValidation {

  static final FhirContext CONTEXT = FhirContext.forR4Cached();

  private static final String GUIDE = "/fhir/genomics-reporting-3.0.0.json";

  private final FhirValidator validator;

  FhirValidation(Bundle definitions) throws IOException {
    PrePopulatedValidationSupport guide = new PrePopulatedValidationSupport(CONTEXT);
    try (InputStream in = FhirValidation.class.getResourceAsStream(GUIDE)) {
      add(guide, CONTEXT.newJsonParser().parseResource(Bundle.class, in));
    }
    add(guide, definitions);
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(CONTEXT),
            guide,
            new OutsideCodes(),
            new CommonCodeSystemsTerminologyService(CONTEXT),
            new InMemoryTerminologyServerValidationSupport(CONTEXT),
            new SnapshotGeneratingValidationSupport(CONTEXT));
    FhirInstanceValidator module = new FhirInstanceValidator(chain);
    module.setErrorForUnknownProfiles(true);
    validator = CONTEXT.newValidator().registerValidatorModule(module);
  }

  private static void add(PrePopulatedValidationSupport support, Bundle bundle) {
    for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
      IBaseResource resource = entry.getResource();
      if (resource instanceof StructureDefinition) {
        support.addStructureDefinition(resource);
      } else if (resource instanceof CodeSystem) {
        support.addCodeSystem(resource);
      } else if (resource instanceof ValueSet) {
        support.addValueSet(resource);
      }
    }
  }

  /** Errors of a resource, as {@code place: message}. */
  List<String> errors(String json) {
    return messages(json, ResultSeverityEnum.ERROR);
  }

  /** Messages of a severity or worse. */
  List<String> messages(String json, ResultSeverityEnum least) {
    return validator.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(least) >= 0)
        .map(FhirValidation::text)
        .toList();
  }

  private static String text(SingleValidationMessage message) {
    return message.getSeverity() + " " + message.getLocationString() + ": " + message.getMessage();
  }

  /** Codes that the export may use of systems that HAPI does not bring. */
  private static final class OutsideCodes implements IValidationSupport {

    private static final Set<String> LOINC =
        Set.of(
            "16112-5", "16113-3", "48676-1", "69548-6", "48018-6", "62374-4", "48000-4", "48013-7",
            "81290-9", "92822-6", "81254-5", "69547-8", "69551-0", "48004-6", "48005-3", "51958-7",
            "81258-6", "82121-5", "48019-4", "82155-3", "51969-4");

    /** Answers by the LOINC list that a profile binds to. */
    private static final Map<String, Set<String>> ANSWERS =
        Map.of(
            "LL1971-2", Set.of("LA9633-4", "LA9634-2", "LA18198-4", "LA11884-6"),
            "LL1040-6", Set.of("LA14029-5", "LA26806-2"),
            "LL5323-2", Set.of("LA30100-4", "LA30102-0"),
            "LL2938-0", chromosomes());

    private static final Map<String, Pattern> SYSTEMS =
        Map.of(
            "http://www.genenames.org", Pattern.compile("HGNC:\\d+"),
            "http://varnomen.hgvs.org",
                Pattern.compile(
                    "[A-Z]+_?[0-9]+\\.\\d+:[cg]\\.\\S+|p\\.\\([A-Z]\\S*\\)|p\\.\\(\\?\\)"),
            "http://www.sequenceontology.org", Pattern.compile("SO:\\d{7}"),
            "http://www.ncbi.nlm.nih.gov/refseq", Pattern.compile("N[CM]_\\d+\\.\\d+"),
            "http://snomed.info/sct", Pattern.compile("10828004|260385009|42425007|444734003"),
            "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", Pattern.compile("C71732"));

    /** Value sets of the guide that hold a whole outside system, or a branch of it. */
    private static final Map<String, String> VALUE_SETS =
        Map.of(
            "hgvs-vs", "http://varnomen.hgvs.org",
            "hgnc-vs", "http://www.genenames.org",
            "dna-change-type-vs", "http://www.sequenceontology.org",
            "molecular-consequence-vs", "http://www.sequenceontology.org");

    /**
     * Chromosome 1 is 21254; the digit behind the hyphen checks the number by Luhn's rule, moved by
     * two for the letters before it.
     */
    private static Set<String> chromosomes() {
      Set<String> codes = new TreeSet<>();
      for (int number = 21254; number < 21254 + 24; number++) {
        int sum = 0;
        String digits = String.valueOf(number);
        for (int i = 0; i < digits.length(); i++) {
          int digit = digits.charAt(digits.length() - 1 - i) - '0';
          int doubled = i % 2 == 0 ? 2 * digit : digit;
          sum += doubled > 9 ? doubled - 9 : doubled;
        }
        codes.add("LA" + number + "-" + (12 - sum % 10) % 10);
      }
      return codes;
    }

    @Override
    public FhirContext getFhirContext() {
      return CONTEXT;
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext context, String system) {
      return "http://loinc.org".equals(system) || (system != null && SYSTEMS.containsKey(system));
    }

    @Override
    public boolean isValueSetSupported(ValidationSupportContext context, String url) {
      return url != null && (ANSWERS.containsKey(last(url)) || VALUE_SETS.containsKey(last(url)));
    }

    @Override
    public CodeValidationResult validateCode(
        ValidationSupportContext context,
        ConceptValidationOptions options,
        String system,
        String code,
        String display,
        String valueSet) {
      if (valueSet != null && isValueSetSupported(context, valueSet)) {
        Set<String> answers = ANSWERS.get(last(valueSet));
        boolean listed =
            answers != null
                ? answers.contains(code)
                : VALUE_SETS.get(last(valueSet)).equals(system)
                    && SYSTEMS.get(system).matcher(code).matches();
        return result(listed, system, code, display);
      }
      if (valueSet != null || !isCodeSystemSupported(context, system)) {
        return null;
      }
      boolean known =
          system.equals("http://loinc.org")
              ? LOINC.contains(code) || ANSWERS.values().stream().anyMatch(a -> a.contains(code))
              : SYSTEMS.get(system).matcher(code).matches();
      return result(known, system, code, display);
    }

    @Override
    public CodeValidationResult validateCodeInValueSet(
        ValidationSupportContext context,
        ConceptValidationOptions options,
        String system,
        String code,
        String display,
        IBaseResource valueSet) {
      return validateCode(context, options, system, code, display, ((ValueSet) valueSet).getUrl());
    }

    private static CodeValidationResult result(
        boolean known, String system, String code, String display) {
      return known
          ? new CodeValidationResult().setCode(code).setDisplay(display)
          : new CodeValidationResult()
              .setSeverity(IssueSeverity.ERROR)
              .setMessage(code + " of " + system + " is not among the codes that exports use");
    }

    private static String last(String url) {
      String name = url.substring(url.lastIndexOf('/') + 1);
      int version = name.indexOf('|');
      return version < 0 ? name : name.substring(0, version);
    }
  }
}
