// The page of one patient.

function gapsOf(missing) {
  return missing.map(m => el('p', { class: 'gap' }, m.name + ': ' + plain(m.reason)));
}

function panel(title, call, ...rest) {
  return el('div', { class: 'panel' }, el('h4', null, title), el('p', { class: 'call' }, call), rest.flat());
}

function panels(sample) {
  const r = sample.receptors;
  const p = sample.pi3k;
  const j = sample.jak;
  return el('div', { class: 'panels' },
    panel('Receptors', words(r.call),
      el('p', null, 'ER ' + within(r.ER) + ', PR ' + within(r.PR) + ', HER2 ' + within(r.HER2)),
      el('p', { class: 'muted' }, plain(r.reason)), gapsOf(r.missing)),
    panel('PI3K pathway', words(p.call),
      el('p', null, 'Tier ' + p.tier + ', score ' + fixed(p.score, 2) + (p.arm === 'NONE' ? '' : ', argues for ' + words(p.arm))),
      el('p', null, 'PTEN mRNA ' + within(p.pten) + (p.ptenZ === null ? '' : ' (z ' + fixed(p.ptenZ, 2) + ')')),
      el('p', { class: 'muted' }, plain(p.reason)), gapsOf(p.missing)),
    panel('JAK2/STAT5', words(j.call),
      el('p', null, 'Level ' + j.level),
      el('p', { class: 'muted' }, plain(j.reason)),
      j.immune ? el('p', { class: 'gap' }, 'STAT5 signatures may come from infiltrating immune cells') : '', gapsOf(j.missing)));
}

function titled(title, rows, heads, empty, css) {
  return [el('h4', null, title), rows.length ? table(heads, rows, css) : el('p', { class: 'muted' }, empty)];
}

function coverageTable(sample) {
  const genes = [...TRIAL_GENES, 'JAK2'];
  return table(['Layer', ...genes, 'Known by'], ['SNV_INDEL', 'COPY_NUMBER'].map(name => {
    const layer = sample.layers.find(l => l.layer === name);
    return [words(name), ...genes.map(gene => layer && layer.genes.has(gene) ? 'Covered' : el('span', { class: 'gap' }, 'Not assessed')),
      layer ? words(layer.basis) + ', ' + below(layer.name) : ''];
  }));
}

function expressionTable(sample) {
  return table(['Score', 'z', 'Beside the reference, \u22124 to 4', 'z within TNBC', 'Percentile', 'Genes', 'Confidence', 'Note and measured validity'],
    sample.scores.map(s => [
      Object.hasOwn(data.signatures, s.id) ? data.signatures[s.id] : s.id + ' mRNA', fixed(s.z, 2), zPlot(s.id, s.z),
      fixed(s.zTnbc, 2), fixed(s.percentile, 0), s.total > 1 ? s.used + '/' + s.total : '', words(s.confidence),
      [s.note ? el('div', null, s.note) : '', ...validity(s.id).map(text => el('div', null, text))]]), 'scores');
}

function evidenceTable(pieces) {
  return table(['Weight', 'Finding', 'Meaning', 'Rule', 'Source', 'Read from'], pieces.map(e => [
    words(e.strength), e.subject + ' ' + plain(e.value), plain(e.statement), el('code', null, e.rule), cited(e.citation), source(e.where)]));
}

// Evidence that decides or supports, in the open; the rest can be opened.
function evidenceOf(sample, axis) {
  const pieces = sample.evidence.filter(e => e.axis === axis);
  return pieces.length
    ? el('details', null, el('summary', null, 'Evidence ', el('span', { class: 'muted' }, pieces.length)), evidenceTable(pieces))
    : el('p', { class: 'muted' }, 'No evidence.');
}

function receptorPart(sample) {
  const rna = sample.receptorRna;
  return [el('h3', null, 'Receptors and proteins'),
    ...titled('As reported', sample.reported.map(v => [words(v.marker), words(v.test), v.raw, words(v.basis), source(v.where)]),
      ['Marker', 'Test', 'Reported', 'Basis', 'Read from'], 'None reported.'),
    ...(rna.length ? titled('By expression, which replaces no pathology', rna.map(v => [v.receptor, v.gene, fixed(v.posterior, 3),
      v.posterior === null ? 'NA' : v.posterior > 0.1 && v.posterior < 0.9 ? 'Ambiguous' : v.posterior < 0.5 ? 'Negative' : 'Positive']),
    ['Receptor', 'Gene', 'Probability of positive', 'Reads as']) : []),
    evidenceOf(sample, 'RECEPTOR')];
}

function pi3kPart(sample) {
  return [el('h3', null, 'PI3K pathway'),
    ...titled('Events', sample.events.map(e => [e.gene + ' ' + e.label, e.tier, e.arm === 'NONE' ? 'Does not count' : words(e.arm), cited(e.citation), source(e.where)]),
      ['Event', 'Tier', 'Argues for', 'Source', 'Read from'], 'None found in what was assayed.'),
    el('h4', null, 'Coverage'), coverageTable(sample),
    el('h4', null, 'Small variants in panel genes'), lollipops(sample),
    sample.variants.length ? table(['Variant', 'Tier', 'Consequence', 'Position', 'AF', 'Depth', 'Filter', 'Own reading', 'Read from'],
      sample.variants.map(v => [v.gene + ' ' + v.label, v.tier, v.consequence.replace(/_/g, ' '), el('code', null, v.position),
        fixed(v.af, 2), v.depth < 0 ? 'NA' : String(v.depth), v.filter,
        [words(v.agreement), v.reading ? el('div', { class: 'muted' }, v.reading) : ''], source(v.where)]))
      : el('p', { class: 'muted' }, sample.covers('SNV_INDEL', 'PIK3CA') ? 'None reported.' : 'Not assessed.'),
    el('h4', null, 'Copy number'),
    ...(sample.copyNumbers.length ? [...copyNumberFigure(sample.copyNumbers), el('details', null, el('summary', null, 'Values and where they were read'),
      table(['Gene', 'Value', 'Scale', 'Read from'], sample.copyNumbers.map(c => [c.gene, String(c.value), words(c.scale), source(c.where)])))]
      : [el('p', { class: 'muted' }, 'None reported.')]),
    evidenceOf(sample, 'PI3K')];
}

function jakPart(sample) {
  const pieces = sample.evidence.filter(e => e.axis === 'JAK_STAT5');
  return [el('h3', null, 'JAK2/STAT5'),
    el('p', { class: 'muted' }, 'Drug-induced feedback is not visible before treatment: this evidence ranks candidates and excludes nobody.'),
    pieces.length ? evidenceTable(pieces) : el('p', { class: 'muted' }, 'No evidence.')];
}

function samplePart(sample) {
  return el('section', { class: 'sample', 'aria-label': 'Sample ' + sample.id },
    el('h3', { class: 'sample-title' }, 'Sample ' + sample.id, ' ', el('span', { class: 'muted' }, within(sample.type))), panels(sample),
    ...receptorPart(sample), ...pi3kPart(sample), ...jakPart(sample),
    el('h3', null, 'Expression'),
    sample.scores.length ? expressionTable(sample) : el('p', { class: 'muted' },
      !sample.measured ? 'Not measured.' : sample.refusal ? 'Withheld: ' + sample.refusal + '.' : 'Measured; without a model nothing is called from it.'));
}

function literature(patient) {
  const used = new Set();
  const gather = node => { citationKeys(node.citation).forEach(k => used.add(k)); node.children.forEach(gather); };
  for (const d of patient.decisions.map(decoded)) {
    [d.candidate, d.possible, d.clinical].filter(i => i !== null).forEach(i => gather(criterion(i)));
  }
  for (const s of patient.samples) {
    for (const e of [...s.evidence, ...s.events]) { citationKeys(e.citation).forEach(k => used.add(k)); }
  }
  const known = [...used].filter(k => Object.hasOwn(data.citations, k)).sort();
  return known.length
    ? [el('h3', null, 'Sources'), el('ul', { class: 'sources' }, known.map(k => el('li', null, el('b', null, k), ' ' + data.citations[k])))]
    : [];
}

function neighbours(patient) {
  const at = view.shown.findIndex(r => r.patient === patient);
  const to = (r, name) => r ? el('a', { href: addressOf(r.id) }, name + ' ' + r.id) : '';
  return at < 0 ? '' : el('span', { class: 'next' }, to(view.shown[at - 1], 'Previous:'), to(view.shown[at + 1], 'Next:'));
}

function patientPage(patient) {
  const first = patient.decisions.length ? decoded(patient.decisions[view.criteria]).sample : '';
  const ordered = [...patient.samples].sort((a, b) => (b.id === first) - (a.id === first));
  return [
    el('nav', { class: 'crumbs', 'aria-label': 'Patients' }, el('a', { href: '#patients' }, '\u2190 All patients'), neighbours(patient),
      button('Print', () => window.print(), { id: 'print' })),
    el('div', { class: 'patient' }, el('h2', null, patient.id),
      patient.decisions.map((d, i) => verdict(patient, i)), ordered.map(samplePart), literature(patient))];
}
