'use strict';
// What the page holds. Places in the arrays are those of HtmlData, HtmlSampleData and TextPool.

const data = JSON.parse(document.getElementById('data').textContent);
const S = i => data.strings[i];
const texts = list => list.map(S);
const geneSets = data.geneLists.map(list => new Set(texts(list)));

const ORDER = {
  decision: ['CANDIDATE', 'POSSIBLE_CANDIDATE', 'INDETERMINATE', 'NOT_CANDIDATE'],
  tnbc: ['TNBC', 'TNBC_PROBABLE', 'INDETERMINATE', 'NOT_TNBC'],
  pi3k: ['ACTIVE_HIGH', 'ACTIVE_MODERATE', 'PROBABLE', 'POSSIBLE', 'INSUFFICIENT', 'NOT_DETECTED'],
  jak: ['SUPPORTED', 'WEAK', 'NOT_ASSESSED', 'NOT_SUPPORTED'],
  pten: ['LOW', 'NOT_LOW', 'NA']
};
const TRIAL_GENES = ['PIK3CA', 'AKT1', 'PTEN'];
const rank = (kind, value) => ORDER[kind].indexOf(value);

function words(constant) {
  if (Object.hasOwn(data.words, constant)) { return data.words[constant]; }
  const lower = constant.toLowerCase().replace(/_/g, ' ');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

// The words for a constant inside a sentence.
function within(constant) {
  const phrase = words(constant);
  return /^[A-Z][a-z]/.test(phrase) ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
}

const CONSTANTS = new RegExp('\\b(' + [...new Set(Object.values(ORDER).flat())].filter(c => c !== 'NA')
  .sort((a, b) => b.length - a.length).join('|') + ')\\b', 'g');

// A sentence of the results with its constants in words.
const plain = sentence => sentence.replace(CONSTANTS, within);

// A path without the folder that all inputs share, which the head of the page names.
function below(path) {
  return data.folder && path.startsWith(data.folder + '/') ? path.slice(data.folder.length + 1) : path;
}

// Where something was read: the whole of it, and as short as the page shows it.
function place(i) {
  const path = S(data.places[i][0]);
  const line = data.places[i][1];
  const column = S(data.places[i][2]);
  const rest = (line > 0 ? ':' + line : '') + (column ? ' [' + column + ']' : '');
  return { whole: path + rest, short: below(path) + rest };
}

function criterion(i) {
  const c = data.criterionResults[i];
  return {
    place: i, outcome: S(c[0]), text: S(c[1]), found: S(c[2]), citation: S(c[3]),
    missing: texts(c[4]), recoverable: c[5] === 1, children: c[6].map(criterion)
  };
}

const missingTests = list => list.map(m => ({ name: S(m[0]), reason: S(m[1]) }));

// A tumour sample, decoded as far as it is asked for.
class Sample {
  constructor(parts) { this.parts = parts; }

  get id() { return S(this.parts[0]); }
  get type() { return S(this.parts[1]); }

  get receptors() {
    const r = this.parts[2];
    return { call: S(r[0]), ER: S(r[1]), PR: S(r[2]), HER2: S(r[3]), reason: S(r[4]), rule: S(r[5]), missing: missingTests(r[6]) };
  }

  get reported() {
    return this.parts[2][7].map(v => ({ marker: S(v[0]), test: S(v[1]), basis: S(v[2]), raw: S(v[3]), where: v[4] }));
  }

  get receptorRna() {
    return this.parts[2][8].map(v => ({ receptor: S(v[0]), gene: S(v[1]), posterior: v[2] }));
  }

  get pi3k() {
    const p = this.parts[3];
    return {
      call: S(p[0]), arm: S(p[1]), score: p[2], tier: S(p[3]), complete: p[4] === 1, pten: S(p[5]), ptenZ: p[6],
      reason: S(p[7]), rule: S(p[8]), missing: missingTests(p[9])
    };
  }

  get events() {
    return this.parts[3][10].map(e => ({
      gene: S(e[0]), label: S(e[1]), tier: S(e[2]), arm: S(e[3]), citation: S(e[4]), where: e[5], kind: S(e[6])
    }));
  }

  get jak() {
    const j = this.parts[4];
    return { call: S(j[0]), level: S(j[1]), reason: S(j[2]), immune: j[3] === 1, missing: missingTests(j[4]) };
  }

  get scores() {
    return this.parts[5].map(s => ({
      id: S(s[0]), z: s[1], zTnbc: s[2], percentile: s[3], used: s[4], total: s[5], confidence: S(s[6]), note: S(s[7])
    }));
  }

  get layers() {
    return this.parts[6].map(l => ({ layer: S(l[0]), basis: S(l[1]), name: S(l[2]), genes: geneSets[l[3]] }));
  }

  get variants() {
    return this.parts[7].map(v => ({
      gene: S(v[0]), label: S(v[1]), consequence: S(v[2]), position: S(v[3]), tier: S(v[4]), af: v[5], depth: v[6],
      filter: S(v[7]), where: v[8], agreement: S(v[9]), reading: S(v[10]), residue: v[11]
    }));
  }

  get copyNumbers() {
    return this.parts[8].map(c => ({ gene: S(c[0]), scale: S(c[1]), value: c[2], where: c[3] }));
  }

  get evidence() {
    return this.parts[9].map(e => ({
      axis: S(e[0]), source: S(e[1]), strength: S(e[2]), subject: S(e[3]), value: S(e[4]), statement: S(e[5]),
      rule: S(e[6]), citation: S(e[7]), where: e[8]
    }));
  }

  get measured() { return this.parts[10] === 1; }
  get refusal() { return S(this.parts[11]); }

  covers(layer, gene) {
    return this.parts[6].some(l => S(l[0]) === layer && geneSets[l[3]].has(gene));
  }
}

function decoded(d) {
  return {
    sample: S(d[0]), decision: S(d[1]), priority: S(d[2]), reasons: texts(d[3]), next: texts(d[4]),
    others: texts(d[5]), candidate: d[6], possible: d[7], open: texts(d[8]), clinical: d[9]
  };
}

const patients = data.patients.map(p => ({
  id: S(p[0]), decisions: p[1], samples: p[2].map(parts => new Sample(parts)), search: ''
}));
const patientById = new Map(patients.map(p => [p.id, p]));
const criteriaTitle = index => S(data.criteria[index][1]);

// What the table and the figures show of a patient: the decision by one criteria file and its sample.
function rowOf(patient, criteriaIndex) {
  const d = decoded(patient.decisions[criteriaIndex]);
  const sample = patient.samples.find(s => s.id === d.sample) || patient.samples[0];
  const events = sample.events;
  const pi3k = sample.pi3k;
  const genes = new Set(events.map(e => e.gene));
  for (const v of sample.parts[7]) { genes.add(S(v[0])); }
  return {
    patient: patient, id: patient.id, sample: sample, decision: d.decision, priority: d.priority,
    reasons: d.reasons, next: d.next, tnbc: sample.receptors.call, pi3k: pi3k.call, arm: pi3k.arm,
    score: pi3k.score, pten: pi3k.pten, jak: sample.jak.call, events: events, genes: genes
  };
}
