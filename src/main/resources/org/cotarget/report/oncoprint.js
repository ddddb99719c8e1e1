// The oncoprint: a column for each patient, ordered by decision; a row for each call and gene.

const CELL = 15;
const ROW_STEP = 19;
const GROUP_GAP = 10;
const GENES_IN_PRINT = 16;
const WIDEST = 18;
// What a cell can hold. Kinds differ in shape or place as well as in colour: [height, offset] in parts of a row.
const GLYPHS = {
  'none': [1, 0, 'Assessed, nothing found'],
  'open': [0.2, 0.4, 'Not assessed'],
  'amplification': [1, 0, 'Amplification'],
  'gain': [1, 0, 'Gain (JAK2)'],
  'deep-loss': [1, 0, 'Deep deletion'],
  'shallow-loss': [1, 0, 'Shallow loss'],
  'protein-loss': [1, 0, 'Protein loss or phospho-protein'],
  'truncating': [0.56, 0.22, 'Truncating, splice or rearrangement'],
  'hotspot': [0.34, 0.33, 'Hotspot'],
  'other-variant': [0.16, 0.42, 'Other variant']
};
const EVENT_GLYPH = {
  HOTSPOT: 'hotspot', HOTSPOT_RESIDUE: 'hotspot', TRUNCATING: 'truncating', ESSENTIAL_SPLICE: 'truncating',
  START_LOST: 'truncating', REARRANGEMENT: 'truncating', ISH2_INDEL: 'hotspot', INFRAME_INDEL: 'other-variant',
  MISSENSE: 'other-variant', DEEP_LOSS: 'deep-loss', SHALLOW_LOSS: 'shallow-loss', AMPLIFICATION: 'amplification',
  PROTEIN_LOSS: 'protein-loss'
};
const RECEPTOR_GLYPH = { POS: 'positive', POSITIVE: 'positive', LOW: 'low', NEG: 'negative', NEGATIVE: 'negative', EQUIVOCAL: 'low' };

function callRow(label, css, describe) {
  return { label: label, group: 0, cells: r => { const c = css(r); return c ? [[c, 1, 0]] : [['open', 0.2, 0.4]]; }, describe: describe };
}

function glyphs(kinds) {
  return kinds.map(kind => [kind, GLYPHS[kind][0], GLYPHS[kind][1]]);
}

function geneRow(gene) {
  return {
    label: gene, group: 1,
    altered: r => r.events.some(e => e.gene === gene),
    cells: r => {
      const kinds = [...new Set(r.events.filter(e => e.gene === gene).map(e => EVENT_GLYPH[e.kind]))]
        .sort((a, b) => GLYPHS[b][0] - GLYPHS[a][0]);
      const tested = r.sample.covers('SNV_INDEL', gene) || r.sample.covers('COPY_NUMBER', gene);
      if (kinds.length === 0) { return glyphs([tested ? 'none' : 'open']); }
      return glyphs(GLYPHS[kinds[0]][0] === 1 ? kinds : ['none', ...kinds]);
    },
    describe: r => {
      const found = r.events.filter(e => e.gene === gene).map(e => e.label + ' (' + e.tier + ')');
      if (found.length) { return found.join('; '); }
      const layers = ['SNV_INDEL', 'COPY_NUMBER'].filter(layer => r.sample.covers(layer, gene));
      return layers.length ? 'nothing found in ' + layers.map(within).join(' and ') : 'not assessed';
    }
  };
}

// Evidence on JAK2/STAT5 of one source: what decides or supports it is drawn.
function jakRow(label, origin, kinds, tested) {
  const found = r => {
    if (!r.jakEvidence) {
      r.jakEvidence = r.sample.evidence.filter(e => e.axis === 'JAK_STAT5' && (e.strength === 'DECIDING' || e.strength === 'SUPPORTING'));
    }
    return r.jakEvidence.filter(e => e.source === origin);
  };
  return {
    label: label, group: 2,
    altered: r => found(r).length > 0,
    cells: r => {
      const pieces = found(r);
      return glyphs(pieces.length ? [kinds[pieces.some(e => e.strength === 'DECIDING') ? 0 : 1]] : [tested(r) ? 'none' : 'open']);
    },
    describe: r => found(r).map(e => e.subject + ' ' + e.value).join('; ') || (tested(r) ? 'nothing that supports it' : 'not assessed')
  };
}

function printRows(rows) {
  const counts = new Map(TRIAL_GENES.map(gene => [gene, 0]));
  for (const r of rows) {
    for (const gene of new Set(r.events.map(e => e.gene))) { counts.set(gene, (counts.get(gene) || 0) + 1); }
  }
  const genes = [...counts.keys()].sort((a, b) =>
    (TRIAL_GENES.includes(b) - TRIAL_GENES.includes(a)) || counts.get(b) - counts.get(a) || collator.compare(a, b)).slice(0, GENES_IN_PRINT);
  const receptor = name => callRow(name, r => RECEPTOR_GLYPH[r.sample.receptors[name]], r => within(r.sample.receptors[name]));
  return [
    callRow('Decision', r => r.decision.toLowerCase(), r => within(r.decision) + (absent(r.priority) ? ', priority ' + r.priority : '')),
    callRow('TNBC call', r => ({ TNBC: 'negative', TNBC_PROBABLE: 'low', NOT_TNBC: 'positive' })[r.tnbc], r => within(r.tnbc)),
    receptor('ER'), receptor('PR'), receptor('HER2'),
    ...genes.map(geneRow),
    { label: 'PTEN mRNA low', group: 1, altered: r => r.pten === 'LOW',
      cells: r => glyphs([r.pten === 'LOW' ? 'shallow-loss' : r.pten === 'NOT_LOW' ? 'none' : 'open']),
      describe: r => r.pten === 'NA' ? 'not assessed' : within(r.pten) },
    { label: 'PI3K score', group: 1,
      cells: r => r.score === null ? glyphs(['open']) : [['score', Math.max(0.06, r.score), 1 - Math.max(0.06, r.score)]],
      describe: r => fixed(r.score, 2) },
    jakRow('JAK2 copy number', 'COPY_NUMBER', ['amplification', 'gain'], r => r.sample.covers('COPY_NUMBER', 'JAK2')),
    jakRow('JAK2/STAT5 variant', 'VARIANT', ['hotspot', 'other-variant'], r => r.sample.covers('SNV_INDEL', 'JAK2')),
    jakRow('STAT5/JAK2 protein', 'PROTEIN', ['protein-loss', 'protein-loss'], r => r.sample.reported.some(v => v.marker === 'PSTAT5' || v.marker === 'PJAK2')),
    jakRow('STAT5 target RNA', 'EXPRESSION', ['gain', 'gain'], r => r.sample.scores.length > 0)
  ];
}

// Within a decision and priority, tumours with the same events lie together.
function printOrder(rows, shown) {
  const genes = shown.filter(row => row.altered);
  return rows.map(r => ({
    r: r,
    key: rank('decision', r.decision) + (absent(r.priority) || '~') + rank('tnbc', r.tnbc)
      + genes.map(row => row.altered(r) ? '0' : '1').join('')
  })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.r.patient.order - b.r.patient.order).map(entry => entry.r);
}

function buildOncoprint(host) {
  const scroller = el('div', { class: 'print-scroll' });
  const labels = el('div', { class: 'print-labels', 'aria-hidden': 'true' });
  const status = el('p', { class: 'muted readout', role: 'status' });
  const label = el('span', { class: 'muted zoom', id: 'print-width' });
  let width = 0;
  let rows = [];
  let ordered = [];
  let grid = [];
  let cursor = null;
  const scope = choice('print-scope', 'Patients', [
    ['open', 'Candidates, possible and indeterminate'], ['view', 'As the table is filtered'], ['all', 'Everyone']], () => { width = 0; draw(); });
  const fit = () => Math.max(0.8, Math.min(WIDEST, (scroller.clientWidth || 900) / Math.max(1, ordered.length)));
  const zoom = factor => { width = Math.min(WIDEST, Math.max(fit(), width * factor)); paint(); };
  const top = i => i * ROW_STEP + rows[i].group * GROUP_GAP;

  function draw() {
    const chosen = scope.control.value === 'all' ? view.rows
      : scope.control.value === 'view' ? view.shown : view.rows.filter(r => r.decision !== 'NOT_CANDIDATE');
    rows = printRows(chosen);
    ordered = printOrder(chosen, rows);
    grid = rows.map(row => ordered.map(row.cells));
    if (width === 0) { width = fit(); }
    paint();
  }

  // One path for each kind of cell; neighbours that are alike are joined where a gap would not be seen.
  function paths() {
    const gap = width >= 4 ? 1 : 0;
    const byKind = new Map();
    rows.forEach((_, i) => {
      const y = top(i);
      let runs = new Map();
      const end = (key, from, to) => {
        const [kind, h, dy] = key.split(' ');
        const d = 'M' + (from * width).toFixed(2) + ' ' + (y + dy * CELL).toFixed(1) + 'h' + Math.max(0.3, (to - from) * width - gap).toFixed(2)
          + 'v' + (h * CELL).toFixed(1) + 'H' + (from * width).toFixed(2) + 'z';
        if (!byKind.has(kind)) { byKind.set(kind, []); }
        byKind.get(kind).push(d);
      };
      ordered.forEach((_, x) => {
        const next = new Map();
        for (const cell of grid[i][x]) {
          const key = cell.join(' ');
          next.set(key, gap === 0 && runs.has(key) ? runs.get(key) : x);
        }
        for (const [key, from] of runs) { if (next.get(key) !== from) { end(key, from, x); } }
        runs = next;
      });
      for (const [key, from] of runs) { end(key, from, ordered.length); }
    });
    const layers = ['none', ...[...byKind.keys()].filter(kind => kind !== 'none').sort((a, b) =>
      (GLYPHS[b] ? GLYPHS[b][0] : 1) - (GLYPHS[a] ? GLYPHS[a][0] : 1))];
    return layers.filter(kind => byKind.has(kind)).map(kind => svg('path', { class: 'cell ' + kind, d: byKind.get(kind).join('') }));
  }

  function paint() {
    const height = rows.length ? top(rows.length - 1) + CELL + 2 : 10;
    const full = Math.max(1, ordered.length * width);
    cursor = svg('rect', { class: 'cursor', x: -10, y: 0, width: Math.max(1.5, width), height: height });
    const figure = svg('svg', {
      class: 'print', width: full, height: height, viewBox: '0 0 ' + full + ' ' + height, tabindex: 0, role: 'application',
      'aria-roledescription': 'oncoprint', 'aria-label': summary()
    }, paths(), cursor);
    explorable(figure, status, () => ordered.length, event => {
      const x = Math.floor((event.clientX - figure.getBoundingClientRect().left) / figure.getBoundingClientRect().width * ordered.length);
      return x >= 0 && x < ordered.length ? x : -1;
    }, (i, event) => tell(ordered[i], event ? event.clientY - figure.getBoundingClientRect().top : -1), i => {
      cursor.setAttribute('x', i < 0 ? -10 : i * width);
      if (i >= 0 && document.activeElement === figure) {
        scroller.scrollLeft = Math.max(0, Math.min(scroller.scrollLeft, i * width - 40), (i + 1) * width + 40 - scroller.clientWidth);
      }
    }, i => { location.hash = addressOf(ordered[i].id); });
    scroller.replaceChildren(figure);
    labels.replaceChildren(...rows.map((row, i) => {
      const node = el('div', null, el('span', null, row.label), row.altered
        ? el('span', { class: 'muted' }, share(i)) : '');
      node.style.top = top(i) + 'px';
      return node;
    }));
    labels.style.height = height + 'px';
    label.textContent = ordered.length + ' patients, ' + width.toFixed(1) + ' px each';
  }

  // The share altered of those assessed.
  function share(i) {
    const assessed = grid[i].filter(cells => cells[0][0] !== 'open').length;
    return assessed ? Math.round(100 * ordered.filter(rows[i].altered).length / assessed) + '%' : '\u2013';
  }

  function summary() {
    return 'Oncoprint of ' + ordered.length + ' patients ordered by decision. Altered of those assessed: ' + rows.map((row, i) =>
      row.altered ? row.label + ' ' + share(i) : '').filter(Boolean).join(', ') + '. Arrow keys go from patient to patient, Enter opens one.';
  }

  function tell(r, y) {
    const head = r.id + ': ' + within(r.decision) + (absent(r.priority) ? ', priority ' + r.priority : '');
    if (y < 0) {
      return head + ', ' + within(r.tnbc) + '; ' + (r.events.map(e => e.gene + ' ' + e.label).join('; ') || 'no PI3K event')
        + '; JAK2/STAT5 ' + within(r.jak);
    }
    const at = rows.findIndex((row, i) => y >= top(i) && y < top(i) + ROW_STEP);
    return at < 0 ? head : head + '\n' + rows[at].label + ': ' + rows[at].describe(r);
  }

  const key = [['candidate', 'Candidate'], ['possible_candidate', 'Possible candidate'], ['indeterminate', 'Indeterminate'],
    ['not_candidate', 'Not a candidate'], ['negative', 'Receptor negative, TNBC'], ['low', 'Low, equivocal or probable'],
    ['positive', 'Receptor positive, not TNBC']]
    .map(([kind, name]) => [kind, 1, 0, name])
    .concat(Object.entries(GLYPHS).map(([kind, g]) => [kind, g[0], g[1], g[2]]));
  const legend = el('ul', { class: 'legend' }, key.map(([kind, h, dy, name]) => el('li', null,
    svg('svg', { width: 9, height: CELL, viewBox: '0 0 9 ' + CELL, 'aria-hidden': 'true' },
      h < 1 && kind !== 'open' ? svg('rect', { class: 'cell none', width: 9, height: CELL }) : [],
      svg('rect', { class: 'cell ' + kind, y: dy * CELL, width: 9, height: h * CELL })), name)));
  host.append(
    el('div', { class: 'figure-tools' }, scope.node,
      el('div', { role: 'group', 'aria-label': 'Zoom of the oncoprint' },
        button('\u2212', () => zoom(1 / 1.6), { 'aria-label': 'Narrower columns', id: 'print-out' }),
        button('+', () => zoom(1.6), { 'aria-label': 'Wider columns', id: 'print-in' }),
        button('Fit', () => { width = fit(); paint(); })), label),
    el('div', { class: 'print-frame' }, labels, scroller), status, legend);
  draw();
  view.listeners.push(() => { width = 0; draw(); });
  host.addEventListener('table-view', () => { if (scope.control.value === 'view') { width = 0; draw(); } });
}
