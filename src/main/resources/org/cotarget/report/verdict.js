// The decision on a patient: in one sentence, as a tree of criteria, and what would change it.

const SAYS = {
  CANDIDATE: 'is a candidate', POSSIBLE_CANDIDATE: 'is a possible candidate',
  INDETERMINATE: 'cannot be decided on yet', NOT_CANDIDATE: 'is not a candidate'
};

function leaves(node) {
  return node.children.length ? node.children.flatMap(leaves) : [node];
}

function distinct(nodes) {
  return [...new Map(nodes.map(n => [n.text, n])).values()];
}

function sentence(patient, d, index) {
  const because = d.reasons.map(plain).join('; ');
  return el('p', { class: 'says' }, el('b', null, patient.id), ' ',
    el('span', { class: 'mark ' + d.decision.toLowerCase() }, SAYS[d.decision]),
    (absent(d.priority) ? ', priority ' + d.priority + ',' : '') + ' for ' + criteriaTitle(index)
    + (because ? ': ' + because : '') + '.');
}

function tree(node) {
  return el('li', null,
    el('span', { class: 'outcome ' + node.outcome.toLowerCase() }, words(node.outcome)),
    el('span', null, node.text, node.found ? el('span', { class: 'muted' }, ': ' + plain(node.found)) : '',
      node.citation ? el('span', { class: 'muted' }, ' [' + cited(node.citation) + ']') : ''),
    node.children.length ? el('ul', null, node.children.map(tree)) : '');
}

function settles(node) {
  return node.missing.length ? node.missing.join(' or ') + ' would settle \u201c' + node.text + '\u201d'
    : '\u201c' + node.text + '\u201d is open' + (node.found ? ': ' + plain(node.found) : '');
}

// What would change the answer, from the leaves of the criteria.
function changes(d, sample) {
  const all = distinct([...leaves(criterion(d.candidate)), ...leaves(criterion(d.possible)),
    ...(d.clinical === null ? [] : leaves(criterion(d.clinical)))]);
  const wanted = distinct(leaves(criterion(d.candidate)));
  const items = all.filter(n => n.outcome === 'UNDETERMINED').map(settles);
  const failed = wanted.filter(n => n.outcome === 'NOT_MET');
  for (const n of failed) {
    items.push('\u201c' + n.text + '\u201d is not met' + (n.found ? ' (' + plain(n.found) + ')' : '') + (n.recoverable && n.missing.length
      ? '; ' + n.missing.join(' or ') + ' could still turn it' : '; only another result, such as of a new biopsy, would change that'));
  }
  if (d.decision === 'CANDIDATE') {
    for (const n of wanted.filter(leaf => leaf.outcome === 'MET')) {
      items.push('A result against \u201c' + n.text + '\u201d would end it');
    }
  }
  if (d.decision !== 'NOT_CANDIDATE' && sample && sample.jak.call !== 'SUPPORTED') {
    const tests = sample.jak.missing.map(m => m.name);
    items.push(tests.length ? tests.join(' or ') + ' could raise the priority'
      : 'Other evidence of JAK2/STAT5 activation, such as pSTAT5, would raise the priority');
  }
  return items;
}

// Everything that was not looked at, so that nobody reads it as normal.
function untested(sample, d) {
  const items = [];
  for (const [layer, genes] of [['SNV_INDEL', TRIAL_GENES], ['COPY_NUMBER', ['PTEN', 'PIK3CA', 'AKT1', 'JAK2']]]) {
    const gaps = genes.filter(g => !sample.covers(layer, g));
    if (gaps.length) { items.push(words(layer) + ' of ' + gaps.join(', ')); }
  }
  const markers = new Set(sample.reported.map(v => v.marker));
  const without = ['ER', 'PR', 'HER2'].filter(name => !markers.has(name));
  if (without.length) { items.push(without.join(', ') + ' by pathology'); }
  if (!markers.has('PTEN')) { items.push('PTEN protein'); }
  if (!markers.has('PSTAT5') && !markers.has('PJAK2')) { items.push('Phosphorylated STAT5 or JAK2 protein'); }
  if (!sample.measured) { items.push('Expression'); }
  else if (sample.refusal) { items.push('Expression was measured but withheld: ' + sample.refusal); }
  else if (sample.scores.length === 0) { items.push('Expression was measured, but without a model nothing is called from it'); }
  return items.concat(d ? d.open : []);
}

function verdict(patient, index) {
  const d = decoded(patient.decisions[index]);
  const sample = patient.samples.find(s => s.id === d.sample);
  const same = d.candidate === d.possible || d.decision === 'CANDIDATE';
  const part = el('section', { class: 'verdict ' + d.decision.toLowerCase(), 'aria-label': 'Decision by ' + criteriaTitle(index) },
    sentence(patient, d, index),
    el('p', { class: 'muted' }, 'Resting on sample ' + d.sample + '.'));
  const columns = [];
  if (d.next.length) { columns.push(el('div', null, el('h3', null, 'Next test'), list(d.next))); }
  const turn = changes(d, sample);
  if (turn.length) { columns.push(el('div', null, el('h3', null, 'What would change the answer'), list(turn))); }
  const gaps = sample ? untested(sample, d) : [];
  columns.push(el('div', { class: 'untested' }, el('h3', null, 'What was not tested'),
    gaps.length ? list(gaps) : el('p', null, 'Nothing that the criteria ask for.')));
  if (d.others.length) { columns.push(el('div', null, el('h3', null, 'Other samples'), list(d.others.map(plain)))); }
  part.append(el('div', { class: 'halves' }, columns));
  const trees = [[same ? 'Criteria' : 'Criteria for a candidate', d.candidate]];
  if (!same) { trees.push(['Criteria for a possible candidate', d.possible]); }
  if (d.clinical !== null) { trees.push(['Clinical criteria', d.clinical]); }
  part.append(el('div', { class: trees.length > 1 ? 'halves' : '' }, trees.map(t =>
    el('div', null, el('h3', null, t[0]), el('ul', { class: 'tree' }, tree(criterion(t[1])))))));
  return part;
}
