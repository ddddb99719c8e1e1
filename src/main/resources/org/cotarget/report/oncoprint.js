// The oncoprint: a column for each patient, ordered by decision; a row for each call and gene.

const CELL = 15;
const ROW_STEP = 19;
const GROUP_GAP = 10;
const GENES_IN_PRINT = 16;
const WIDEST = 18;
// What a cell can hold. Kinds differ in shape or place as well as in colour: [height, offset] in parts of a row.
const GLYPHS = {
  'none': [1, 0, 'Assessed, nothing found'],
  'partly': [0.5, 0.5, 'Partly assessed, nothing found in that part'],
  'open': [0.2, 0.4, 'Not assessed'],
  'amplification': [1, 0, 'Amplification'],
  'gain': [1, 0, 'Gain'],
  'deep-loss': [1, 0, 'Deep deletion'],
  'shallow-loss': [1, 0, 'Shallow loss'],
  'protein-loss': [1, 0, 'Protein lost'],
  'phospho': [0.76, 0.12, 'Phospho-protein present'],
  'rna-high': [0.5, 0, 'RNA high'],
  'rna-low': [0.4, 0.6, 'RNA low'],
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
const RECEPTOR_GLYPH = { POS: 'positive', POSITIVE: 'positive', LOW: 'low', NEG: 'negative', NEGATIVE: 'negative', EQUIVOCAL: 'low', CONFLICT: 'low' };
const GENE_LAYERS = ['SNV_INDEL', 'COPY_NUMBER'];
// Drawn beneath what was found.
const GROUND = ['none', 'partly', 'open'];

function callRow(label, css, describe) {
  return { label: label, group: 0, cells: r => { const c = css(r); return c ? [[c, 1, 0]] : [['open', 0.2, 0.4]]; }, describe: describe };
}

function glyphs(kinds) {
  return kinds.map(kind => [kind, GLYPHS[kind][0], GLYPHS[kind][1]]);
}

// What fills its cell stands alone; the rest lies on what was assessed.
function found(kinds, ground) {
  return glyphs(GLYPHS[kinds[0]][0] === 1 ? kinds : [ground, ...kinds]);
}

function geneRow(gene) {
  const covered = r => GENE_LAYERS.filter(layer => r.sample.covers(layer, gene));
  const ground = r => ['open', 'partly', 'none'][covered(r).length];
  return {
    label: gene, group: 1, ground: ground,
    altered: r => r.events.some(e => e.gene === gene),
    cells: r => {
      const kinds = [...new Set(r.events.filter(e => e.gene === gene).map(e => EVENT_GLYPH[e.kind]))]
        .sort((a, b) => GLYPHS[b][0] - GLYPHS[a][0]);
      return kinds.length ? found(kinds, ground(r)) : glyphs([ground(r)]);
    },
    describe: r => {
      const events = r.events.filter(e => e.gene === gene).map(e => e.label + ' (' + e.tier + ')');
      const layers = covered(r);
      const open = GENE_LAYERS.filter(layer => !layers.includes(layer));
      if (layers.length === 0) { return events.join('; ') || 'not assessed'; }
      return (events.join('; ') || 'nothing found in ' + layers.map(within).join(' and '))
        + (open.length ? '; ' + open.map(within).join(' and ') + ' not assessed' : '');
    }
  };
}

// Evidence on JAK2/STAT5 of one source: what decides or supports it is drawn.
function jakRow(label, origin, kinds, tested) {
  const evidence = r => {
    if (!r.jakEvidence) {
      r.jakEvidence = r.sample.evidence.filter(e => e.axis === 'JAK_STAT5' && (e.strength === 'DECIDING' || e.strength === 'SUPPORTING'));
    }
    return r.jakEvidence.filter(e => e.source === origin);
  };
  return {
    label: label, group: 2, ground: r => tested(r) ? 'none' : 'open',
    altered: r => evidence(r).length > 0,
    cells: r => {
      const pieces = evidence(r);
      const ground = tested(r) ? 'none' : 'open';
      return pieces.length ? found([kinds[pieces.some(e => e.strength === 'DECIDING') ? 0 : 1]], ground) : glyphs([ground]);
    },
    describe: r => evidence(r).map(e => e.subject + ' ' + e.value).join('; ') || (tested(r) ? 'nothing that supports it' : 'not assessed')
  };
}

// Genes with events, those of the trials first, then by the number of patients.
function printGenes(rows) {
  const counts = new Map(TRIAL_GENES.map(gene => [gene, 0]));
  for (const r of rows) {
    for (const gene of new Set(r.events.map(e => e.gene))) { counts.set(gene, (counts.get(gene) || 0) + 1); }
  }
  return [...counts].sort((a, b) =>
    (TRIAL_GENES.includes(b[0]) - TRIAL_GENES.includes(a[0])) || b[1] - a[1] || collator.compare(a[0], b[0]));
}

// The genes that found no room, by name.
function genesLeftOut(rows) {
  const rest = printGenes(rows).slice(GENES_IN_PRINT);
  return rest.length === 0 ? '' : rest.length + (rest.length === 1 ? ' more gene with events is' : ' more genes with events are')
    + ' not drawn: ' + rest.map(([gene, count]) => gene + ' (' + count + ')').join(', ') + '.';
}

function printRows(rows) {
  const genes = printGenes(rows).slice(0, GENES_IN_PRINT).map(entry => entry[0]);
  const receptor = name => callRow(name, r => RECEPTOR_GLYPH[r.sample.receptors[name]], r => within(r.sample.receptors[name]));
  return [
    callRow('Decision', r => r.decision.toLowerCase(), r => within(r.decision) + (absent(r.priority) ? ', priority ' + r.priority : '')),
    callRow('TNBC call', r => ({ TNBC: 'negative', TNBC_PROBABLE: 'low', NOT_TNBC: 'positive' })[r.tnbc], r => within(r.tnbc)),
    receptor('ER'), receptor('PR'), receptor('HER2'),
    ...genes.map(geneRow),
    { label: 'PTEN mRNA low', group: 1, ground: r => r.pten === 'NA' ? 'open' : 'none', altered: r => r.pten === 'LOW',
      cells: r => r.pten === 'LOW' ? found(['rna-low'], 'none') : glyphs([r.pten === 'NOT_LOW' ? 'none' : 'open']),
      describe: r => r.pten === 'NA' ? 'not assessed' : within(r.pten) },
    { label: 'PI3K score', group: 1,
      cells: r => r.score === null ? glyphs(['open']) : [['score', Math.max(0.06, r.score), 1 - Math.max(0.06, r.score)]],
      describe: r => fixed(r.score, 2) },
    jakRow('JAK2 copy number', 'COPY_NUMBER', ['amplification', 'gain'], r => r.sample.covers('COPY_NUMBER', 'JAK2')),
    jakRow('JAK2/STAT5 variant', 'VARIANT', ['hotspot', 'other-variant'], r => r.sample.covers('SNV_INDEL', 'JAK2')),
    jakRow('STAT5/JAK2 protein', 'PROTEIN', ['phospho', 'phospho'], r => r.sample.reported.some(v => v.marker === 'PSTAT5' || v.marker === 'PJAK2')),
    jakRow('STAT5 target RNA', 'EXPRESSION', ['rna-high', 'rna-high'], r => r.sample.scores.length > 0)
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

// The share altered of those assessed in full; where nobody was, of those assessed in part, which is the least it can be.
function shareAltered(row, rows) {
  const whole = rows.filter(r => row.ground(r) === 'none');
  const base = whole.length ? whole : rows.filter(r => row.ground(r) === 'partly');
  const altered = base.filter(row.altered).length;
  const percent = base.length ? Math.round(100 * altered / base.length) + '%' : '\u2013';
  return {
    text: (base.length && !whole.length ? '\u2265' : '') + percent,
    told: base.length ? altered + ' of ' + base.length + (whole.length ? ' assessed' : ' assessed in part') : 'nobody assessed'
  };
}

function buildOncoprint(host) {
  const scroller = el('div', { class: 'print-scroll' });
  const labels = el('div', { class: 'print-labels', 'aria-hidden': 'true' });
  const status = el('p', { class: 'muted readout', role: 'status' });
  const rest = el('p', { class: 'muted', id: 'print-rest' });
  const label = el('span', { class: 'muted zoom', id: 'print-width' });
  let width = 0;
  let rows = [];
  let shares = [];
  let ordered = [];
  let grid = [];
  let cursor = null;
  const scope = choice('print-scope', 'Patients', [
    ['open', 'Candidates, possible and indeterminate'], ['view', 'As the table is filtered'], ['all', data.leftOut > 0 ? 'Everyone on this page' : 'Everyone']], () => { width = 0; draw(); });
  const fit = () => Math.max(0.8, Math.min(WIDEST, (scroller.clientWidth || 900) / Math.max(1, ordered.length)));
  const zoom = factor => { width = Math.min(WIDEST, Math.max(fit(), width * factor)); paint(); };
  const top = i => i * ROW_STEP + rows[i].group * GROUP_GAP;

  function draw() {
    const chosen = scope.control.value === 'all' ? view.rows
      : scope.control.value === 'view' ? view.shown : view.rows.filter(r => r.decision !== 'NOT_CANDIDATE');
    rows = printRows(chosen);
    rest.replaceChildren(visible(genesLeftOut(chosen)));
    ordered = printOrder(chosen, rows);
    grid = rows.map(row => ordered.map(row.cells));
    shares = rows.map(row => row.altered ? shareAltered(row, ordered) : null);
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
    const layers = [...GROUND, ...[...byKind.keys()].filter(kind => !GROUND.includes(kind)).sort((a, b) =>
      (GLYPHS[b] ? GLYPHS[b][0] : 1) - (GLYPHS[a] ? GLYPHS[a][0] : 1))];
    return layers.filter(kind => byKind.has(kind)).map(kind => svg('path', { class: 'cell ' + kind, d: byKind.get(kind).join('') }));
  }

  function paint() {
    const height = rows.length ? top(rows.length - 1) + CELL + 2 : 10;
    const full = Math.max(1, ordered.length * width);
    cursor = svg('rect', { class: 'cursor', x: -100, y: 0, width: Math.max(1.5, width), height: height });
    const figure = svg('svg', {
      class: 'print', width: full, height: height, viewBox: '0 0 ' + full + ' ' + height, tabindex: 0, role: 'application',
      'aria-roledescription': 'oncoprint', 'aria-label': summary()
    }, paths(), cursor);
    explorable(figure, status, () => ordered.length, event => {
      const x = Math.floor((event.clientX - figure.getBoundingClientRect().left) / figure.getBoundingClientRect().width * ordered.length);
      return x >= 0 && x < ordered.length ? x : -1;
    }, (i, event) => tell(ordered[i], event ? event.clientY - figure.getBoundingClientRect().top : -1), i => {
      cursor.setAttribute('x', i < 0 ? -100 : i * width);
      if (i >= 0 && document.activeElement === figure) {
        scroller.scrollLeft = Math.max(0, Math.min(scroller.scrollLeft, i * width - 40), (i + 1) * width + 40 - scroller.clientWidth);
      }
    }, i => { location.hash = addressOf(ordered[i].id); });
    scroller.replaceChildren(figure);
    labels.replaceChildren(...rows.map((row, i) => {
      const share = shares[i];
      const node = el('div', null, el('span', null, row.label), share ? el('span', { class: 'muted', title: share.told }, share.text) : '');
      node.style.top = top(i) + 'px';
      return node;
    }));
    labels.style.height = height + 'px';
    label.textContent = ordered.length + ' patients, ' + width.toFixed(1) + ' px each';
  }

  function summary() {
    return 'Oncoprint of ' + ordered.length + ' patients ordered by decision. Altered of those assessed: ' + rows.map((row, i) =>
      shares[i] ? row.label + ' ' + shares[i].text : '').filter(Boolean).join(', ') + '. Arrow keys go from patient to patient, Enter opens one.';
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
    ['not_candidate', 'Not a candidate'], ['negative', 'Receptor negative, TNBC'], ['low', 'Low, equivocal, conflicting or probable'],
    ['positive', 'Receptor positive, not TNBC']]
    .map(([kind, name]) => [kind, 1, 0, name])
    .concat(Object.entries(GLYPHS).map(([kind, g]) => [kind, g[0], g[1], g[2]]));
  const legend = el('ul', { class: 'legend' }, key.map(([kind, h, dy, name]) => el('li', null,
    svg('svg', { width: 9, height: CELL, viewBox: '0 0 9 ' + CELL, 'aria-hidden': 'true' },
      h < 1 && !GROUND.includes(kind) ? svg('rect', { class: 'cell none', width: 9, height: CELL }) : [],
      svg('rect', { class: 'cell ' + kind, y: dy * CELL, width: 9, height: h * CELL })), name)));
  host.append(
    el('div', { class: 'figure-tools' }, scope.node,
      el('div', { role: 'group', 'aria-label': 'Zoom of the oncoprint' },
        button('\u2212', () => zoom(1 / 1.6), { 'aria-label': 'Narrower columns', id: 'print-out' }),
        button('+', () => zoom(1.6), { 'aria-label': 'Wider columns', id: 'print-in' }),
        button('Fit', () => { width = fit(); paint(); })), label),
    el('div', { class: 'print-frame' }, labels, scroller), status, rest, legend);
  draw();
  view.listeners.push(() => { width = 0; draw(); });
  host.addEventListener('table-view', () => { if (scope.control.value === 'view') { width = 0; draw(); } });
}
