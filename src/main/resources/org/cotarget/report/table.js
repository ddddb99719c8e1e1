// The list of patients: search, filters, sorting and the current view as text.

const PAGE = 100;
const collator = new Intl.Collator('en', { numeric: true });
const absent = value => value === '-' ? '' : value;

// Numbers in brackets and whatever follows the strongest three are on the patient's own page.
function eventsCell(events) {
  const first = events.slice(0, 3).map(e => e.gene + ' ' + e.label.replace(/ \([^()]*\)$/, ''));
  return first.join('; ') + (events.length > 3 ? '; ' + (events.length - 3) + ' more' : '');
}

const columns = [
  { name: 'Patient', id: 'PATIENT_ID', key: r => r.id, text: r => r.id, cell: r => link(r.id), head: true,
    help: 'Patient as the inputs name her. The link opens her page.' },
  { name: 'Decision', id: 'DECISION', key: r => rank('decision', r.decision), text: r => r.decision, cell: r => mark(r.decision),
    help: 'Outcome of the criteria. Indeterminate: a missing test decides; not a candidate: a result excludes.' },
  { name: 'Priority', id: 'PRIORITY', key: r => absent(r.priority) || '~', text: r => absent(r.priority), cell: r => absent(r.priority),
    help: 'Rank among candidates and possible candidates that the criteria give, such as A to C by the evidence on JAK2/STAT5. It excludes nobody.' },
  { name: 'Receptors', id: 'TNBC_CALL', key: r => rank('tnbc', r.tnbc), text: r => r.tnbc, cell: r => words(r.tnbc),
    help: 'Triple-negative call from ER, PR and HER2 by pathology.' },
  { name: 'PI3K', id: 'PI3K_CALL', key: r => rank('pi3k', r.pi3k), text: r => r.pi3k, cell: r => words(r.pi3k),
    help: 'PI3K pathway call from variants, copy number, PTEN protein and PTEN mRNA. Insufficient data: a trial gene was not fully tested.' },
  { name: 'Score', id: 'PI3K_SCORE', key: r => r.score === null ? 2 : 1 - r.score, text: r => r.score === null ? 'NA' : r.score,
    cell: r => r.score === null ? '' : r.score.toFixed(2), css: 'n',
    help: 'PI3K activation score, 0 to 1: it orders tumours by strength of evidence and is no probability.' },
  { name: 'Events', id: 'PI3K_EVENTS', key: r => r.events.length ? r.events.map(e => e.gene + e.label).join() : '~',
    text: r => r.events.map(e => e.gene + ' ' + e.label + ' [' + e.tier + ']').join('; '), cell: r => eventsCell(r.events),
    help: 'Events of the PI3K pathway, the strongest first.' },
  { name: 'Argues for', id: 'PI3K_ARM', key: r => r.arm === 'NONE' ? '~' : r.arm, text: r => r.arm, cell: r => r.arm === 'NONE' ? '' : words(r.arm),
    help: 'Drug class that the events argue for.' },
  { name: 'PTEN mRNA', id: 'PTEN_MRNA', key: r => rank('pten', r.pten), text: r => r.pten, cell: r => r.pten === 'NA' ? '' : words(r.pten),
    help: 'PTEN expression. Low supports PTEN loss and alone makes no candidate; empty: not measured or not estimable.' },
  { name: 'JAK2/STAT5', id: 'JAK_STAT5_CALL', key: r => rank('jak', r.jak), text: r => r.jak, cell: r => words(r.jak),
    help: 'Evidence of JAK2/STAT5 activation. It sets the priority.' },
  { name: 'Next test', id: 'NEXT_TEST', key: r => r.next.length ? r.next.join() : '~', text: r => r.next.join('; '), cell: r => r.next.join('; '),
    help: 'Tests that would settle an open decision, the first to order first.' }
];
const view = { criteria: 0, sort: 1, descending: false, limit: PAGE, rows: [], shown: [], listeners: [] };
const filters = {};
const filterNode = {};

function filter(name, label) {
  const made = choice('filter-' + name, label, [], refresh);
  filters[name] = made.control;
  return made.node;
}

function present(kind) {
  const found = new Set(view.rows.map(r => r[kind]));
  return ORDER[kind].filter(value => found.has(value));
}

// The choices are those of the criteria in force; a choice that these do not have ends.
function fillFilters() {
  const genes = new Set();
  const priorities = new Set();
  for (const r of view.rows) {
    r.genes.forEach(g => genes.add(g));
    if (absent(r.priority)) { priorities.add(r.priority); }
  }
  const values = {
    decision: present('decision'), priority: [...priorities].sort(), tnbc: present('tnbc'), pi3k: present('pi3k'), gene: [...genes].sort()
  };
  for (const name in values) {
    const kept = filters[name].value;
    filters[name].replaceChildren(el('option', { value: '' }, 'All'), ...values[name].map(v =>
      el('option', { value: v }, name === 'gene' || name === 'priority' ? v : words(v))));
    filters[name].value = values[name].includes(kept) ? kept : '';
  }
}

function tableControls() {
  const search = el('input', { id: 'filter-search', type: 'search', autocomplete: 'off', spellcheck: 'false' });
  search.addEventListener('input', refresh);
  filters.search = search;
  const node = el('div', { class: 'filters' },
    el('div', null, el('label', { for: 'filter-search' }, 'Search patient, event, reason or test'), search),
    filter('decision', 'Decision'),
    filter('priority', 'Priority'),
    filter('tnbc', 'Receptors'),
    filter('pi3k', 'PI3K'),
    filter('gene', 'Gene altered'));
  fillFilters();
  if (data.criteria.length > 1) {
    const made = choice('filter-criteria', 'Criteria', data.criteria.map((c, i) => [i, S(c[1])]), () => {
      view.criteria = Number(made.control.value);
      useRows();
      fillFilters();
      refresh();
      view.listeners.forEach(listener => listener());
    });
    node.classList.add('several');
    node.append(made.node);
  }
  return node;
}

function useRows() {
  view.rows = patients.filter(p => p.decisions.length > 0 && p.samples.length > 0).map(p => rowOf(p, view.criteria));
  patients.forEach(p => { p.search = ''; });
}

function haystack(r) {
  if (!r.patient.search) {
    r.patient.search = [r.id, ...r.patient.samples.map(s => s.id), ...r.reasons, ...r.next,
      words(r.decision), words(r.tnbc), words(r.pi3k), words(r.jak),
      ...r.events.map(e => e.gene + ' ' + e.label)].join('\n').toLowerCase();
  }
  return r.patient.search;
}

function matches(r, needles) {
  return (!filters.decision.value || r.decision === filters.decision.value)
    && (!filters.priority.value || r.priority === filters.priority.value)
    && (!filters.tnbc.value || r.tnbc === filters.tnbc.value)
    && (!filters.pi3k.value || r.pi3k === filters.pi3k.value)
    && (!filters.gene.value || r.genes.has(filters.gene.value))
    && needles.every(needle => haystack(r).includes(needle));
}

const byKey = (a, b) => typeof a === 'number' ? a - b : collator.compare(a, b);

// Sorts by keys that are made once a row; by decision, then by priority; ties by id.
function sorted(rows) {
  const key = columns[view.sort].key;
  const direction = view.descending ? -1 : 1;
  return rows
    .map(r => ({ r: r, key: key(r), second: view.sort === 1 ? absent(r.priority) || '~' : '' }))
    .sort((a, b) => direction * byKey(a.key, b.key)
      || direction * (a.second < b.second ? -1 : a.second > b.second ? 1 : 0)
      || a.r.patient.order - b.r.patient.order)
    .map(entry => entry.r);
}

const tableBody = el('tbody');
const shownCount = el('span', { role: 'status', id: 'shown' });
const more = button('Show ' + PAGE + ' more', () => { view.limit += PAGE; drawTable(); });
const everyone = button('Show all', () => { view.limit = view.shown.length; drawTable(); });
const reset = button('Clear filters', () => {
  for (const name in filters) { if (name !== 'criteria') { filters[name].value = ''; } }
  refresh();
  filters.search.focus();
}, { id: 'reset' });
const heads = columns.map((column, i) => el('th', { scope: 'col', 'aria-sort': 'none', class: column.css || null },
  button(column.name, () => {
    view.descending = view.sort === i && !view.descending;
    view.sort = i;
    refresh();
  }, { title: column.help })));

function refresh() {
  view.limit = PAGE;
  const needles = filters.search.value.toLowerCase().split(/\s+/).filter(Boolean);
  view.shown = sorted(view.rows.filter(r => matches(r, needles)));
  drawTable();
  document.getElementById('oncoprint').dispatchEvent(new Event('table-view'));
}

function drawTable() {
  const page = view.shown.slice(0, view.limit);
  tableBody.replaceChildren(...page.map(r => el('tr', null, columns.map(column =>
    el(column.head ? 'th' : 'td', { scope: column.head ? 'row' : null, class: column.css || null }, column.cell(r))))));
  heads.forEach((head, i) => head.setAttribute('aria-sort',
    i !== view.sort ? 'none' : view.descending ? 'descending' : 'ascending'));
  const rest = view.shown.length - page.length;
  shownCount.textContent = view.shown.length + ' of ' + view.rows.length + ' patients'
    + (rest > 0 ? ', the first ' + page.length + ' shown' : '');
  more.hidden = rest <= 0;
  everyone.hidden = rest <= 0;
  reset.hidden = !Object.values(filters).some(control => control.value);
}

const viewHeads = () => columns.map(c => c.id);
const viewRows = () => view.shown.map(r => columns.map(c => c.text(r)));

function buildTable(host) {
  useRows();
  view.rows.map((r, i) => i).sort((a, b) => collator.compare(view.rows[a].id, view.rows[b].id))
    .forEach((at, order) => { view.rows[at].patient.order = order; });
  const copied = el('span', { role: 'status', id: 'copied', class: 'muted' });
  const tools = el('span', { class: 'tools' }, copied,
    button('Copy', async () => {
      copied.textContent = await copyText(tsvText(viewHeads(), viewRows()))
        ? view.shown.length + ' rows copied' : 'The browser refused to copy; save the CSV instead';
    }, { id: 'copy' }),
    button('Save as CSV', () => saveText('patients.csv', csvText(viewHeads(), viewRows())), { id: 'save' }));
  host.append(tableControls(),
    el('div', { class: 'shown' }, shownCount, reset, tools),
    el('details', { class: 'columns' }, el('summary', null, 'What the columns mean'),
      el('dl', null, columns.map(c => el('div', null, el('dt', null, c.name), el('dd', null, c.help))))),
    el('div', { class: 'listing' }, el('table', { class: 'list' }, el('caption', { class: 'hidden' }, 'Patients'),
      el('thead', null, el('tr', null, heads)), tableBody)),
    el('p', { class: 'shown' }, more, everyone));
  refresh();
}
