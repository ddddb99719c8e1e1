'use strict';
(function () {
  const PAGE = 200;
  const TRIAL_GENES = ['PIK3CA', 'AKT1', 'PTEN'];
  const data = JSON.parse(document.getElementById('data').textContent);
  const text = data.strings;
  const S = i => text[i];
  const all = list => list.map(S);
  const collator = new Intl.Collator('en', { numeric: true });

  const ORDER = {
    decision: ['CANDIDATE', 'POSSIBLE_CANDIDATE', 'INDETERMINATE', 'NOT_CANDIDATE'],
    tnbc: ['TNBC', 'TNBC_PROBABLE', 'INDETERMINATE', 'NOT_TNBC'],
    pi3k: ['ACTIVE_HIGH', 'ACTIVE_MODERATE', 'PROBABLE', 'POSSIBLE', 'INSUFFICIENT', 'NOT_DETECTED'],
    jak: ['SUPPORTED', 'WEAK', 'NOT_ASSESSED', 'NOT_SUPPORTED'],
    pten: ['LOW', 'NOT_LOW', 'NA']
  };

  function words(constant) {
    const known = data.words[constant];
    if (known !== undefined) { return known; }
    const lower = constant.toLowerCase().replace(/_/g, ' ');
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  }

  // --- elements: text only ever enters the page as a text node or an attribute value ---

  function el(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const key in attributes || {}) {
      if (attributes[key] !== null) { node.setAttribute(key, attributes[key]); }
    }
    node.append(...children.flat().filter(child => child !== null && child !== ''));
    return node;
  }

  function svg(name, attributes, ...children) {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const key in attributes) { node.setAttribute(key, attributes[key]); }
    node.append(...children);
    return node;
  }

  function mark(decision) {
    return el('span', { class: 'mark ' + decision.toLowerCase() }, words(decision));
  }

  // A path without the folder that all inputs share, which the head of the page names.
  function below(path) {
    return data.folder && path.startsWith(data.folder + '/') ? path.slice(data.folder.length + 1) : path;
  }

  function source(where) {
    if (!where) { return ''; }
    return el('code', { class: 'where', title: where }, below(where));
  }

  const keys = cell => cell.split(/[;,\s]+/).filter(Boolean);
  const cited = cell => keys(cell).join(', ');

  function table(heads, rows, css) {
    return el('div', { class: 'scroll' }, el('table', { class: 'plain ' + (css || '') },
      el('thead', null, el('tr', null, heads.map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', null, rows.map(cells => el('tr', null, cells.map((cell, i) =>
        el(i === 0 ? 'th' : 'td', i === 0 ? { scope: 'row' } : null, ...[cell].flat())))))));
  }

  function list(items) {
    return el('ul', null, items.map(item => el('li', null, item)));
  }

  const fixed = (value, digits) => value === null ? 'NA' : value.toFixed(digits);

  // --- decoding; the places are those of HtmlData ---

  function decodeDecision(d) {
    return {
      sample: S(d[0]), decision: S(d[1]), priority: S(d[2]), reasons: all(d[3]), next: all(d[4]),
      others: all(d[5]), candidate: d[6], possible: d[7], open: all(d[8]), clinical: d[9]
    };
  }

  const patients = data.patients.map(p => ({ id: S(p[0]), decisions: p[1], samples: p[2], search: '' }));
  const byId = new Map(patients.map(p => [p.id, p]));

  function row(patient, criteria) {
    const d = decodeDecision(patient.decisions[criteria]);
    const s = patient.samples.find(sample => S(sample[0]) === d.sample) || patient.samples[0];
    const events = s[3][10].map(e => ({ gene: S(e[0]), label: S(e[1]), tier: S(e[2]) }));
    const genes = new Set(events.map(e => e.gene));
    for (const v of s[7]) { genes.add(S(v[0])); }
    return {
      patient: patient, id: patient.id, decision: d.decision, priority: d.priority,
      reasons: d.reasons, next: d.next, sample: d.sample,
      tnbc: S(s[2][0]), pi3k: S(s[3][0]), arm: S(s[3][1]), score: s[3][2], pten: S(s[3][5]),
      jak: S(s[4][0]), events: events, genes: genes
    };
  }

  // --- the table ---

  const rank = (kind, value) => ORDER[kind].indexOf(value);
  const columns = [
    { name: 'Patient', key: r => r.id, cell: r => link(r.id), head: true },
    { name: 'Decision', key: r => rank('decision', r.decision), cell: r => mark(r.decision) },
    { name: 'Priority', key: r => r.priority === '-' ? '~' : r.priority, cell: r => r.priority === '-' ? '' : r.priority },
    { name: 'Receptors', key: r => rank('tnbc', r.tnbc), cell: r => words(r.tnbc) },
    { name: 'PI3K', key: r => rank('pi3k', r.pi3k), cell: r => words(r.pi3k) },
    { name: 'Score', key: r => r.score === null ? 2 : 1 - r.score, cell: r => r.score === null ? '' : r.score.toFixed(2), css: 'n' },
    { name: 'Events', key: r => r.events.length ? r.events.map(e => e.gene + e.label).join() : '~', cell: r => eventsCell(r.events) },
    { name: 'Argues for', key: r => r.arm === 'NONE' ? '~' : r.arm, cell: r => r.arm === 'NONE' ? '' : words(r.arm) },
    { name: 'PTEN mRNA', key: r => rank('pten', r.pten), cell: r => r.pten === 'NA' ? '' : words(r.pten) },
    { name: 'JAK2/STAT5', key: r => rank('jak', r.jak), cell: r => words(r.jak) },
    { name: 'Next test', key: r => r.next.length ? r.next.join() : '~', cell: r => r.next.join('; ') }
  ];
  const state = { criteria: 0, sort: 1, descending: false, limit: PAGE, rows: [], shown: [] };
  const host = document.getElementById('patients');
  const controls = {};

  // Numbers in brackets and whatever follows the strongest three are on the patient's own page.
  function eventsCell(events) {
    const first = events.slice(0, 3).map(e => e.gene + ' ' + e.label.replace(/ \([^()]*\)$/, ''));
    return first.join('; ') + (events.length > 3 ? '; ' + (events.length - 3) + ' more' : '');
  }

  function link(id) {
    return el('a', { href: '#patient=' + encodeURIComponent(id) }, id);
  }

  function select(name, label, values) {
    const control = el('select', { id: 'filter-' + name }, el('option', { value: '' }, 'All'));
    for (const value of values) {
      control.append(el('option', { value: value }, name === 'gene' || name === 'priority' ? value : words(value)));
    }
    control.addEventListener('change', refresh);
    controls[name] = control;
    return el('div', null, el('label', { for: 'filter-' + name }, label), control);
  }

  function present(kind) {
    const found = new Set(state.rows.map(r => r[kind]));
    return ORDER[kind].filter(value => found.has(value));
  }

  function buildControls() {
    const genes = new Set();
    const priorities = new Set();
    for (const r of state.rows) {
      r.genes.forEach(g => genes.add(g));
      if (r.priority !== '-') { priorities.add(r.priority); }
    }
    const search = el('input', { id: 'filter-search', type: 'search', autocomplete: 'off', spellcheck: 'false' });
    search.addEventListener('input', refresh);
    controls.search = search;
    const filters = el('div', { class: 'filters' },
      el('div', null, el('label', { for: 'filter-search' }, 'Search patient, event, reason or test'), search),
      select('decision', 'Decision', present('decision')),
      select('priority', 'Priority', [...priorities].sort()),
      select('tnbc', 'Receptors', present('tnbc')),
      select('pi3k', 'PI3K', present('pi3k')),
      select('gene', 'Gene altered', [...genes].sort()));
    if (data.criteria.length > 1) {
      const control = el('select', { id: 'filter-criteria' },
        data.criteria.map((c, i) => el('option', { value: i }, S(c[1]))));
      control.addEventListener('change', () => {
        state.criteria = Number(control.value);
        state.rows = patients.map(p => row(p, state.criteria));
        patients.forEach(p => { p.search = ''; });
        refresh();
      });
      filters.classList.add('several');
      filters.append(el('div', null, el('label', { for: 'filter-criteria' }, 'Criteria'), control));
    }
    return filters;
  }

  function haystack(r) {
    if (!r.patient.search) {
      r.patient.search = [r.id, ...r.patient.samples.map(s => S(s[0])), ...r.reasons, ...r.next,
        words(r.decision), words(r.tnbc), words(r.pi3k), words(r.jak),
        ...r.events.map(e => e.gene + ' ' + e.label)].join('\n').toLowerCase();
    }
    return r.patient.search;
  }

  function matches(r, needles) {
    return (!controls.decision.value || r.decision === controls.decision.value)
      && (!controls.priority.value || r.priority === controls.priority.value)
      && (!controls.tnbc.value || r.tnbc === controls.tnbc.value)
      && (!controls.pi3k.value || r.pi3k === controls.pi3k.value)
      && (!controls.gene.value || r.genes.has(controls.gene.value))
      && needles.every(needle => haystack(r).includes(needle));
  }

  function compare(a, b) {
    const key = columns[state.sort].key;
    const x = key(a);
    const y = key(b);
    let order = typeof x === 'number' ? x - y : collator.compare(x, y);
    if (order === 0 && state.sort === 1) {
      order = collator.compare(a.priority === '-' ? '~' : a.priority, b.priority === '-' ? '~' : b.priority);
    }
    if (state.descending) { order = -order; }
    return order || collator.compare(a.id, b.id);
  }

  const body = el('tbody');
  const count = el('span', { role: 'status', id: 'shown' });
  const more = el('button', { type: 'button' }, 'Show ' + PAGE + ' more');
  const everyone = el('button', { type: 'button' }, 'Show all');
  const reset = el('button', { type: 'button', id: 'reset' }, 'Clear filters');
  const heads = columns.map((column, i) => {
    const button = el('button', { type: 'button' }, column.name);
    button.addEventListener('click', () => {
      state.descending = state.sort === i && !state.descending;
      state.sort = i;
      refresh();
    });
    return el('th', { scope: 'col', 'aria-sort': 'none', class: column.css || null }, button);
  });

  function refresh() {
    state.limit = PAGE;
    const needles = controls.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    state.shown = state.rows.filter(r => matches(r, needles)).sort(compare);
    draw();
  }

  function draw() {
    const page = state.shown.slice(0, state.limit);
    body.replaceChildren(...page.map(r => el('tr', null, columns.map(column =>
      el(column.head ? 'th' : 'td', { scope: column.head ? 'row' : null, class: column.css || null }, column.cell(r))))));
    heads.forEach((head, i) => head.setAttribute('aria-sort',
      i !== state.sort ? 'none' : state.descending ? 'descending' : 'ascending'));
    const rest = state.shown.length - page.length;
    count.textContent = state.shown.length + ' of ' + state.rows.length + ' patients'
      + (rest > 0 ? ', the first ' + page.length + ' shown' : '');
    more.hidden = rest <= 0;
    everyone.hidden = rest <= 0;
    reset.hidden = !Object.values(controls).some(control => control.value);
  }

  more.addEventListener('click', () => { state.limit += PAGE; draw(); });
  everyone.addEventListener('click', () => { state.limit = state.shown.length; draw(); });
  reset.addEventListener('click', () => {
    Object.values(controls).forEach(control => { control.value = ''; });
    refresh();
    controls.search.focus();
  });

  // --- one patient ---

  function tree(node) {
    const outcome = S(node[0]);
    const found = S(node[2]);
    return el('li', null,
      el('span', { class: 'outcome ' + outcome.toLowerCase() }, words(outcome)),
      el('span', null, S(node[1]), found ? el('span', { class: 'muted' }, ': ' + found) : ''),
      node[3].length ? el('ul', null, node[3].map(tree)) : '');
  }

  function verdict(patient, index) {
    const d = decodeDecision(patient.decisions[index]);
    const same = d.decision === 'CANDIDATE' || JSON.stringify(d.candidate) === JSON.stringify(d.possible);
    const article = el('section', { class: 'verdict ' + d.decision.toLowerCase() },
      el('p', { class: 'says' }, mark(d.decision),
        d.priority === '-' ? '' : ', priority ' + d.priority, ' ',
        el('span', { class: 'muted' }, 'by ' + S(data.criteria[index][1]) + ', resting on sample ' + d.sample)));
    const reasons = el('div', null, el('h4', null, 'Why'), list(d.reasons));
    const next = d.next.length ? el('div', null, el('h4', null, 'Next test'), list(d.next)) : '';
    article.append(el('div', { class: 'halves' }, reasons, next));
    if (d.open.length) { article.append(el('h4', null, 'Not assessed: check before enrolment'), list(d.open)); }
    if (d.others.length) { article.append(el('h4', null, 'Other samples'), list(d.others)); }
    const criteria = el('div', { class: same ? '' : 'halves' },
      el('div', null, el('h4', null, same ? 'Criteria' : 'Criteria for a candidate'), el('ul', { class: 'tree' }, tree(d.candidate))));
    if (!same) {
      criteria.append(el('div', null, el('h4', null, 'Criteria for a possible candidate'), el('ul', { class: 'tree' }, tree(d.possible))));
    }
    if (d.clinical) {
      criteria.append(el('div', null, el('h4', null, 'Clinical criteria'), el('ul', { class: 'tree' }, tree(d.clinical))));
    }
    article.append(criteria);
    return article;
  }

  function gaps(missing) {
    return missing.map(m => el('p', { class: 'gap' }, S(m[0]) + ': ' + S(m[1])));
  }

  function panel(title, call, ...rest) {
    return el('div', { class: 'panel' }, el('h4', null, title), el('p', { class: 'call' }, call), rest.flat());
  }

  function panels(s) {
    const r = s[2];
    const p = s[3];
    const j = s[4];
    return el('div', { class: 'panels' },
      panel('Receptors', words(S(r[0])),
        el('p', null, 'ER ' + words(S(r[1])).toLowerCase() + ', PR ' + words(S(r[2])).toLowerCase() + ', HER2 ' + words(S(r[3])).toLowerCase()),
        el('p', { class: 'muted' }, S(r[4])), gaps(r[6])),
      panel('PI3K pathway', words(S(p[0])),
        el('p', null, 'Tier ' + S(p[3]) + ', score ' + fixed(p[2], 2) + (S(p[1]) === 'NONE' ? '' : ', argues for ' + words(S(p[1])))),
        el('p', null, 'PTEN mRNA ' + words(S(p[5])).toLowerCase() + (p[6] === null ? '' : ' (z ' + fixed(p[6], 2) + ')')),
        el('p', { class: 'muted' }, S(p[7])), gaps(p[9])),
      panel('JAK2/STAT5', words(S(j[0])),
        el('p', null, 'Level ' + S(j[1])),
        el('p', { class: 'muted' }, S(j[2])),
        j[3] ? el('p', { class: 'gap' }, 'STAT5 signatures may come from infiltrating immune cells') : '', gaps(j[4])));
  }

  function zPlot(z) {
    const x = value => 65 + Math.max(-4, Math.min(4, value)) * 15;
    const plot = svg('svg', { class: 'zplot', viewBox: '0 0 130 16', role: 'img', 'aria-label': 'z ' + fixed(z, 2) },
      svg('line', { x1: x(-4), x2: x(4), y1: 8, y2: 8 }),
      svg('line', { class: 'zero', x1: x(0), x2: x(0), y1: 3, y2: 13 }));
    if (z !== null) { plot.append(svg('circle', { cx: x(z), cy: 8, r: 4 })); }
    return plot;
  }

  function validity(id) {
    const measured = data.validity[Object.hasOwn(data.signatures, id) ? id : id + '_MRNA'] || [];
    return (measured.length ? measured : ['Validity not measured']).map(sentence => el('div', null, sentence));
  }

  function expression(scores) {
    return table(['Score', 'z', '', 'z within TNBC', 'Percentile', 'Genes', 'Confidence', 'Note and measured validity'],
      scores.map(s => [
        data.signatures[S(s[0])] || S(s[0]) + ' mRNA', fixed(s[1], 2), zPlot(s[1]), fixed(s[2], 2), fixed(s[3], 0),
        s[5] > 1 ? s[4] + '/' + s[5] : '', words(S(s[6])), [S(s[7]) ? el('div', null, S(s[7])) : '', ...validity(S(s[0]))]]), 'scores');
  }

  function coverage(layers) {
    const rows = ['SNV_INDEL', 'COPY_NUMBER'].map(name => {
      const layer = layers.find(l => S(l[0]) === name);
      const covered = layer ? all(layer[3]) : [];
      return [words(name), ...TRIAL_GENES.map(gene =>
        covered.includes(gene) ? 'Covered' : el('span', { class: 'gap' }, 'Not assessed')),
        layer ? words(S(layer[1])) + ', ' + below(S(layer[2])) : ''];
    });
    return table(['Layer', ...TRIAL_GENES, 'Known by'], rows);
  }

  function section(title, rows, heads, empty) {
    return [el('h4', null, title), rows.length ? table(heads, rows) : el('p', { class: 'muted' }, empty)];
  }

  function sample(s) {
    const part = el('section', { class: 'sample' },
      el('h3', null, 'Sample ' + S(s[0]), ' ', el('span', { class: 'muted' }, words(S(s[1])).toLowerCase())), panels(s));
    part.append(...section('Receptor and protein results as reported',
      s[2][7].map(v => [words(S(v[0])), words(S(v[1])), S(v[3]), words(S(v[2])), source(S(v[4]))]),
      ['Marker', 'Test', 'Reported', 'Basis', 'Read from'], 'None reported.'));
    part.append(...section('PI3K events',
      s[3][10].map(e => [S(e[0]) + ' ' + S(e[1]), S(e[2]), S(e[3]) === 'NONE' ? 'Does not count' : words(S(e[3])), cited(S(e[4])), source(S(e[5]))]),
      ['Event', 'Tier', 'Argues for', 'Source', 'Read from'], 'None found in what was assayed.'));
    part.append(el('h4', null, 'Coverage of the trial genes'), coverage(s[6]));
    part.append(...section('Small variants in panel genes',
      s[7].map(v => [S(v[0]) + ' ' + S(v[1]), S(v[4]), S(v[2]).replace(/_/g, ' '), el('code', null, S(v[3])),
        fixed(v[5], 2), v[6] < 0 ? 'NA' : String(v[6]), S(v[7]),
        [words(S(v[9])), S(v[10]) ? el('div', { class: 'muted' }, S(v[10])) : ''], source(S(v[8]))]),
      ['Variant', 'Tier', 'Consequence', 'Position', 'AF', 'Depth', 'Filter', 'Own reading', 'Read from'], 'None reported.'));
    part.append(...section('Copy number',
      s[8].map(c => [S(c[0]), String(c[2]), words(S(c[1])), source(S(c[3]))]),
      ['Gene', 'Value', 'Scale', 'Read from'], 'None reported.'));
    part.append(el('h4', null, 'Expression'), s[5].length ? expression(s[5]) : el('p', { class: 'muted' }, 'Not measured.'));
    part.append(...section('Evidence',
      s[9].map(e => [words(S(e[0])), words(S(e[2])), S(e[3]) + ' ' + S(e[4]), S(e[5]), el('code', null, S(e[6])), cited(S(e[7])), source(S(e[8]))]),
      ['Question', 'Weight', 'Finding', 'Meaning', 'Rule', 'Source', 'Read from'], 'None.'));
    return part;
  }

  function literature(patient) {
    const used = new Set();
    for (const s of patient.samples) {
      for (const e of s[9]) { keys(S(e[7])).forEach(key => used.add(key)); }
      for (const e of s[3][10]) { keys(S(e[4])).forEach(key => used.add(key)); }
    }
    const known = [...used].filter(key => Object.hasOwn(data.citations, key)).sort();
    return known.length
      ? [el('h3', null, 'Sources'), el('ul', { class: 'sources' }, known.map(key => el('li', null, el('b', null, key), ' ' + data.citations[key])))]
      : [];
  }

  function neighbours(patient) {
    const at = state.shown.findIndex(r => r.patient === patient);
    const to = (r, name) => r ? el('a', { href: '#patient=' + encodeURIComponent(r.id) }, name + ' ' + r.id) : '';
    return at < 0 ? '' : el('span', { class: 'next' }, to(state.shown[at - 1], 'Previous:'), to(state.shown[at + 1], 'Next:'));
  }

  const cohort = document.getElementById('cohort');
  const detail = document.getElementById('patient');
  const cohortTitle = document.title;
  let scroll = 0;

  function showPatient(id) {
    const patient = byId.get(id);
    if (cohort.hidden === false) { scroll = window.scrollY; }
    const back = el('a', { href: '#patients' }, '\u2190 All patients');
    if (!patient) {
      detail.replaceChildren(el('p', { class: 'crumbs' }, back), el('h2', null, id),
        el('p', { class: 'notice' }, 'This page holds no such patient. screening.tsv lists everyone.'));
    } else {
      const first = patient.decisions.length ? decodeDecision(patient.decisions[state.criteria]).sample : '';
      const ordered = [...patient.samples].sort((a, b) => (S(b[0]) === first) - (S(a[0]) === first));
      detail.replaceChildren(
        el('nav', { class: 'crumbs', 'aria-label': 'Patients' }, back, neighbours(patient)),
        el('div', { class: 'patient' }, el('h2', null, id),
          patient.decisions.map((d, i) => verdict(patient, i)), ordered.map(sample), literature(patient)));
    }
    cohort.hidden = true;
    detail.hidden = false;
    document.title = id + ' \u00b7 ' + cohortTitle;
    window.scrollTo(0, 0);
    detail.focus({ preventScroll: true });
  }

  function showCohort() {
    if (cohort.hidden) {
      detail.hidden = true;
      detail.replaceChildren();
      cohort.hidden = false;
      document.title = cohortTitle;
      window.scrollTo(0, scroll);
    }
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  }

  function route() {
    if (!location.hash.startsWith('#patient=')) {
      showCohort();
      return;
    }
    let id = location.hash.slice('#patient='.length);
    try {
      id = decodeURIComponent(id);
    } catch (malformed) {
      if (!(malformed instanceof URIError)) { throw malformed; }
    }
    showPatient(id);
  }

  state.rows = patients.filter(p => p.decisions.length > 0 && p.samples.length > 0).map(p => row(p, 0));
  host.append(buildControls(),
    el('p', { class: 'shown' }, count, reset),
    el('div', { class: 'listing' }, el('table', { class: 'list' }, el('caption', { class: 'hidden' }, 'Patients'),
      el('thead', null, el('tr', null, heads)), body)),
    el('p', { class: 'shown' }, more, everyone));
  refresh();
  window.addEventListener('hashchange', route);
  route();
})();
