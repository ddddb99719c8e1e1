// Figures of one tumour: variants on their protein, copy number, and scores beside the reference.

const cut = name => Number(data.cuts[name]);
const drawable = quantiles => quantiles && quantiles.every(q => q !== null) ? quantiles : null;

function validity(id) {
  const key = Object.hasOwn(data.signatures, id) ? id : id + '_MRNA';
  return Object.hasOwn(data.validity, key) ? data.validity[key] : ['Validity not measured'];
}

// Terms of the Sequence Ontology.
const TRUNCATING = ['transcript_ablation', 'splice_acceptor_variant', 'splice_donor_variant', 'splice_site_variant', 'stop_gained',
  'frameshift_variant', 'start_lost'];
const ALTERING = ['missense_variant', 'inframe_insertion', 'inframe_deletion', 'protein_altering_variant'];

function variantKind(consequence) {
  return TRUNCATING.includes(consequence) ? 'truncating' : ALTERING.includes(consequence) ? 'missense' : 'other';
}

// Variants of one gene as lollipops on its protein, with its hotspots below.
function lollipop(gene, variants) {
  const [length, hotspots] = data.proteins[gene];
  const width = 640;
  const left = 10;
  const x = residue => left + (Math.min(residue, length) - 0.5) / length * (width - 2 * left);
  const most = hotspots.reduce((a, h) => Math.max(a, h[1]), 1);
  const free = [];
  const placed = [...variants].sort((a, b) => a.residue - b.residue).map(v => {
    const half = v.label.length * 3.7 + 4;
    const at = Math.max(half, Math.min(width - half, x(v.residue)));
    let level = 0;
    while (free[level] !== undefined && free[level] > at - half && level < 3) { level++; }
    free[level] = at + half;
    return { v: v, at: at, level: level };
  });
  const line = 38 + free.length * 16;
  const parts = [
    svg('rect', { class: 'protein', x: left, width: width - 2 * left, y: line - 6, height: 12, rx: 3 }),
    svg('text', { class: 'tick', x: left, y: line + 42 }, '1'),
    svg('text', { class: 'tick', x: width - left, y: line + 42, 'text-anchor': 'end' }, String(length))
  ];
  for (const [residue, count] of hotspots) {
    parts.push(svg('line', { class: 'hotspot', x1: x(residue), x2: x(residue), y1: line + 6, y2: line + 9 + 16 * Math.sqrt(count / most) },
      svg('title', {}, gene + ' residue ' + residue + (count ? ': changed in ' + count + ' of 2561 breast tumours' : ': hotspot'))));
  }
  for (const { v, at, level } of placed) {
    const y = line - 26 - level * 16;
    parts.push(
      svg('line', { class: 'stem', x1: x(v.residue), x2: x(v.residue), y1: line - 6, y2: y + 4 }),
      svg('circle', { class: 'lolly ' + variantKind(v.consequence), cx: x(v.residue), cy: y + 4, r: 5 }),
      svg('text', { class: 'name', x: at, y: y - 5, 'text-anchor': 'middle' }, v.label));
  }
  const told = variants.map(v => v.label + (v.tier === '-' ? '' : ' (' + v.tier + ')')).join(', ');
  return el('figure', { class: 'lollipop' }, el('figcaption', null, el('b', null, gene), ' ' + told
    + (hotspots.length ? '; ' + hotspots.length + ' hotspot residues below the line, longer where more breast tumours are changed' : '')),
  el('div', { class: 'scroll' }, svg('svg', { viewBox: '0 0 ' + width + ' ' + (line + 48), role: 'img', 'aria-label': gene + ', ' + length + ' residues: ' + told }, parts)));
}

function lollipops(sample) {
  const first = g => TRIAL_GENES.includes(g) ? TRIAL_GENES.indexOf(g) : 9;
  const genes = [...new Set(sample.variants.filter(v => v.residue > 0).map(v => v.gene))]
    .filter(g => Object.hasOwn(data.proteins, g)).sort((a, b) => first(a) - first(b) || collator.compare(a, b));
  if (genes.length === 0) { return []; }
  return [el('div', { class: 'figures' }, genes.map(g => lollipop(g, sample.variants.filter(v => v.gene === g && v.residue > 0)))),
    el('p', { class: 'key' }, key('lolly missense', 'Missense or in-frame'), key('lolly truncating', 'Truncating or splice'), key('lolly other', 'Other'))];
}

function key(css, name) {
  return el('span', null, svg('svg', { width: 12, height: 12, viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    svg('circle', { class: css, cx: 6, cy: 6, r: 5 })), ' ' + name);
}

const SCALES = {
  GISTIC: { title: 'GISTIC level', low: -2.5, high: 2.5, cuts: 'gistic' },
  LOG2_RATIO: { title: 'log2 ratio', low: -3, high: 4, cuts: 'log2' },
  ABSOLUTE: { title: 'Copies', low: 0, high: 12, cuts: 'absolute' }
};

// Copy number of the genes that a call looked at, with the cut-offs in force.
function copyNumberFigure(calls) {
  return Object.keys(SCALES).map(name => {
    const own = calls.filter(c => c.scale === name);
    if (own.length === 0) { return null; }
    const scale = SCALES[name];
    const width = 640;
    const left = 84;
    const step = 22;
    const height = 26 + own.length * step + 22;
    const x = v => left + (Math.max(scale.low, Math.min(scale.high, v)) - scale.low) / (scale.high - scale.low) * (width - left - 60);
    const parts = [];
    const band = (css, from, to) => {
      if (from < to) { parts.push(svg('rect', { class: css, x: x(from), width: x(to) - x(from), y: 20, height: own.length * step })); }
    };
    band('zone loss', scale.low, cut('copy-number.deep-loss.' + scale.cuts));
    band('zone gain', cut('copy-number.amplification.' + scale.cuts), scale.high);
    parts.push(svg('text', { class: 'tick', x: x(scale.low), y: 13 }, 'deep deletion'),
      svg('text', { class: 'tick', x: x(scale.high), y: 13, 'text-anchor': 'end' }, 'amplification'));
    for (const t of ticks(scale.low, scale.high)) {
      parts.push(svg('line', { class: 'grid', x1: x(t), x2: x(t), y1: 20, y2: 20 + own.length * step }),
        svg('text', { class: 'tick', x: x(t), y: height - 6, 'text-anchor': 'middle' }, String(t)));
    }
    own.forEach((c, i) => {
      const y = 20 + (i + 0.5) * step;
      const zero = x(name === 'ABSOLUTE' ? 2 : 0);
      parts.push(svg('text', { class: 'name', x: 0, y: y + 4 }, c.gene),
        svg('line', { class: 'stem', x1: zero, x2: x(c.value), y1: y, y2: y }),
        svg('circle', { class: 'copies', cx: x(c.value), cy: y, r: 5 }),
        svg('text', { class: 'tick', x: width - 52, y: y + 4 }, String(c.value)));
    });
    return el('figure', { class: 'copy-number' }, el('figcaption', null, scale.title + ' of the genes that a call looked at; the shaded zones are the cut-offs in force'),
      el('div', { class: 'scroll' }, svg('svg', { viewBox: '0 0 ' + width + ' ' + height, role: 'img',
        'aria-label': scale.title + ': ' + own.map(c => c.gene + ' ' + c.value).join(', ') }, parts)));
  }).filter(Boolean);
}

// A z-score beside the middle 50 and 90 percent of its reference.
function zPlot(id, z) {
  const x = value => 100 + Math.max(-4, Math.min(4, value)) * 24;
  const q = drawable(data.scales[id]);
  const plot = svg('svg', { class: 'zplot', viewBox: '0 0 200 18', role: 'img', 'aria-label': 'z ' + fixed(z, 2)
    + (q ? ', reference 5 to 95 percent ' + q[0].toFixed(1) + ' to ' + q[4].toFixed(1) : '') });
  plot.append(svg('line', { x1: x(-4), x2: x(4), y1: 9, y2: 9 }), svg('line', { class: 'zero', x1: x(0), x2: x(0), y1: 2, y2: 16 }));
  if (q) {
    plot.append(svg('rect', { class: 'reference', x: x(q[0]), width: x(q[4]) - x(q[0]), y: 5, height: 8 }),
      svg('rect', { class: 'reference', x: x(q[1]), width: x(q[3]) - x(q[1]), y: 5, height: 8 }),
      svg('line', { class: 'zero', x1: x(q[2]), x2: x(q[2]), y1: 5, y2: 13 }));
  }
  if (id === 'PTEN' && Number.isFinite(cut('expression.pten-low-z'))) {
    plot.append(svg('line', { class: 'cut', x1: x(cut('expression.pten-low-z')), x2: x(cut('expression.pten-low-z')), y1: 1, y2: 17 }));
  }
  if (z !== null) { plot.append(svg('circle', { cx: x(z), cy: 9, r: 4.5 })); }
  return plot;
}
