// Scores of patients in groups, a dot for each patient, so that everyone can be found.

const STRIP = { width: 900, left: 196, right: 20, row: 66, top: 22, radius: 3.2 };

// Dots that would lie on each other are moved apart: up and down, and by no more than a radius aside, since aside is another value.
// Where many have one value they overlap.
function apart(points, x, height) {
  const bins = new Map();
  for (const p of points) {
    const bin = Math.round(x(p.value) / STRIP.radius / 1.6);
    if (!bins.has(bin)) { bins.set(bin, []); }
    bins.get(bin).push(p);
  }
  const placed = [];
  for (const own of bins.values()) {
    const columns = Math.max(1, Math.min(3, Math.ceil(own.length / Math.floor(height / STRIP.radius / 2))));
    const rows = Math.ceil(own.length / columns);
    const step = Math.min(STRIP.radius * 2, height / rows);
    own.forEach((p, i) => placed.push({
      ...p, x: x(p.value) + (Math.floor(i / rows) - (columns - 1) / 2) * STRIP.radius, dy: (i % rows - (rows - 1) / 2) * step
    }));
  }
  return placed;
}

function median(values) {
  const s = [...values].sort((a, b) => a - b);
  return s.length ? (s[(s.length - 1) >> 1] + s[s.length >> 1]) / 2 : null;
}

function ticks(low, high) {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50].find(s => (high - low) / s <= 10) || 100;
  const found = [];
  for (let t = Math.ceil(low / step) * step; t <= high + 1e-9; t += step) { found.push(Math.round(t * 100) / 100); }
  return found;
}

// measures: [id, title, value of a row, [low, high] or null, quantiles of a reference or null, note]; groups: [title, is in it].
function buildStrips(host, name, measures, groups) {
  const status = el('p', { class: 'muted readout', role: 'status' });
  const note = el('p', { class: 'muted' });
  const frame = el('div', { class: 'scroll' });
  const known = measures.filter(m => view.rows.some(r => m.value(r) !== null && m.value(r) !== undefined));
  if (known.length === 0) {
    host.replaceChildren(el('p', { class: 'notice' }, 'No such score could be given in this run.'));
    return;
  }
  const measure = choice(name + '-measure', 'Score', known.map((m, i) => [i, m.title]), draw);
  const find = el('input', { id: name + '-find', type: 'search', autocomplete: 'off', spellcheck: 'false' });
  let points = [];
  let rings = null;
  let cursor = null;
  find.addEventListener('input', ring);

  function draw() {
    const m = known[Number(measure.control.value)];
    const value = r => { const v = m.value(r); return v === undefined ? null : v; };
    const all = view.rows.filter(r => value(r) !== null);
    const values = all.map(value);
    const low = m.range ? m.range[0] : Math.floor(values.reduce((a, v) => Math.min(a, v), -3));
    const high = m.range ? m.range[1] : Math.ceil(values.reduce((a, v) => Math.max(a, v), 3));
    const x = v => STRIP.left + (v - low) / (high - low) * (STRIP.width - STRIP.left - STRIP.right);
    const shown = groups.map(g => ({ title: g[0], rows: view.rows.filter(g[1]) })).filter(g => g.rows.length > 0);
    const height = STRIP.top + shown.length * STRIP.row + 26;
    const base = STRIP.top + shown.length * STRIP.row;
    const parts = [];
    if (m.quantiles) {
      const q = m.quantiles;
      parts.push(svg('rect', { class: 'reference', x: x(q[0]), width: Math.max(0, x(q[4]) - x(q[0])), y: STRIP.top - 8, height: base - STRIP.top + 8 }),
        svg('rect', { class: 'reference', x: x(q[1]), width: Math.max(0, x(q[3]) - x(q[1])), y: STRIP.top - 8, height: base - STRIP.top + 8 }));
    }
    for (const t of ticks(low, high)) {
      parts.push(svg('line', { class: 'grid', x1: x(t), x2: x(t), y1: STRIP.top - 8, y2: base }),
        svg('text', { class: 'tick', x: x(t), y: base + 16, 'text-anchor': 'middle' }, String(t)));
    }
    points = [];
    const marks = new Map();
    shown.forEach((g, i) => {
      const middle = STRIP.top + (i + 0.5) * STRIP.row;
      const measured = g.rows.filter(r => value(r) !== null).map(r => ({ r: r, value: value(r) })).sort((a, b) => a.value - b.value);
      for (const p of apart(measured, x, STRIP.row - 14)) {
        const dot = { r: p.r, value: p.value, x: p.x, y: middle + p.dy, group: g.title };
        points.push(dot);
        const css = p.r.decision.toLowerCase();
        const d = 'M' + dot.x.toFixed(1) + ' ' + (dot.y - STRIP.radius).toFixed(1) + 'a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4z';
        marks.set(css, (marks.get(css) || '') + d);
      }
      const half = median(measured.map(p => p.value));
      parts.push(svg('text', { class: 'name', x: 0, y: middle - 1 }, g.title),
        svg('text', { class: 'tick', x: 0, y: middle + 14 }, measured.length + ' of ' + g.rows.length
          + (half === null ? '' : ', median ' + half.toFixed(2))));
      if (half !== null) { parts.push(svg('line', { class: 'median', x1: x(half), x2: x(half), y1: middle - STRIP.row / 2 + 5, y2: middle + STRIP.row / 2 - 5 })); }
    });
    for (const css of ['not_candidate', 'indeterminate', 'possible_candidate', 'candidate']) {
      if (marks.has(css)) { parts.push(svg('path', { class: 'dot ' + css, d: marks.get(css) })); }
    }
    rings = svg('g', { class: 'rings' });
    cursor = svg('circle', { class: 'cursor', r: 7, cx: -50, cy: -50 });
    const figure = svg('svg', {
      class: 'strips', viewBox: '0 0 ' + STRIP.width + ' ' + height, tabindex: 0, role: 'application', 'aria-roledescription': 'dot plot',
      'aria-label': m.title + ' of ' + points.length + ' patients in ' + shown.length + ' groups. Arrow keys go from patient to patient, Enter opens one.'
    }, parts, rings, cursor);
    explorable(figure, status, () => points.length, event => nearest(figure, event),
      i => points[i].r.id + ': ' + m.title + ' ' + points[i].value.toFixed(2) + ', ' + points[i].group + ', ' + within(points[i].r.decision),
      i => {
        cursor.setAttribute('cx', i < 0 ? -50 : points[i].x);
        cursor.setAttribute('cy', i < 0 ? -50 : points[i].y);
      }, i => { location.hash = addressOf(points[i].r.id); });
    note.textContent = m.note + (m.quantiles ? ' Shaded: the middle 50 and 90 percent of the reference.' : '');
    frame.replaceChildren(figure);
    ring();
  }

  function nearest(figure, event) {
    const box = figure.getBoundingClientRect();
    const scale = STRIP.width / box.width;
    const px = (event.clientX - box.left) * scale;
    const py = (event.clientY - box.top) * scale;
    let best = -1;
    let distance = 14 * 14;
    points.forEach((p, i) => {
      const d = (p.x - px) ** 2 + (p.y - py) ** 2;
      if (d < distance) { distance = d; best = i; }
    });
    return best;
  }

  function ring() {
    const needle = find.value.trim().toLowerCase();
    const found = needle ? points.filter(p => p.r.id.toLowerCase().includes(needle)) : [];
    rings.replaceChildren(...found.slice(0, 200).flatMap(p => [
      svg('circle', { class: 'ring', cx: p.x, cy: p.y, r: 7 }),
      ...(found.length <= 5 ? [svg('text', { class: 'found', x: p.x, y: p.y - 10, 'text-anchor': 'middle' }, p.r.id)] : [])]));
    status.textContent = needle ? found.length + ' of ' + points.length + ' patients found' : '';
  }

  host.replaceChildren(el('div', { class: 'figure-tools' }, measure.node,
    el('div', null, el('label', { for: name + '-find' }, 'Find a patient'), find)), note, frame, status);
  draw();
}

function scoreOf(r, id) {
  const found = r.sample.scores.find(s => s.id === id);
  return found ? found.z : null;
}

function buildScores(host) {
  const ids = [...new Set(view.rows.flatMap(r => r.sample.scores.map(s => s.id)))];
  const cache = new Map(ids.map(id => [id, new Map()]));
  for (const r of view.rows) { for (const s of r.sample.scores) { if (cache.has(s.id)) { cache.get(s.id).set(r, s.z); } } }
  const measures = [{
    title: 'PI3K activation score', value: r => r.score, range: [0, 1], quantiles: null,
    note: 'It orders tumours by the strength of their evidence and is no probability. Where the PI3K call is insufficient there is none.'
  }].concat(ids.map(id => ({
    title: (Object.hasOwn(data.signatures, id) ? data.signatures[id] : id + ' mRNA') + ' (z)', value: r => cache.get(id).get(r),
    range: null, quantiles: drawable(data.scales[id]), note: validity(id).join('. ') + '.'
  })));
  const groups = ORDER.tnbc.map(call => [words(call), r => r.tnbc === call]);
  buildStrips(host, 'scores', measures, groups);
}

function buildReceptors(host) {
  host.replaceChildren();
  const posterior = (r, name) => { const found = r.sample.receptorRna.find(v => v.receptor === name); return found ? found.posterior : null; };
  for (const name of ['ER', 'PR', 'HER2']) {
    if (!view.rows.some(r => posterior(r, name) !== null)) { continue; }
    const part = el('div', { class: 'receptor' }, el('h3', null, name));
    const plot = el('div');
    part.append(plot);
    host.append(part);
    const states = [...new Set(view.rows.map(r => r.sample.receptors[name]))].sort();
    buildStrips(plot, 'receptor-' + name.toLowerCase(), [{
      title: 'Probability that RNA is ' + name + '-positive', value: r => posterior(r, name), range: [0, 1], quantiles: null,
      note: 'By what pathology says. Read as negative below 0.5, ambiguous between 0.1 and 0.9.'
    }], states.map(state => [name + ' ' + within(state), r => r.sample.receptors[name] === state && posterior(r, name) !== null]));
  }
}
