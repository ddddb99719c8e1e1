// Elements. Text only ever enters the page as a text node or an attribute value, with what hides or turns text written out.

const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const visible = text => String(text).replace(HIDDEN, c => '\\u' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));
const shown = child => child instanceof Node ? child : visible(child);

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const key in attributes || {}) {
    if (attributes[key] !== null) { node.setAttribute(key, key === 'value' ? attributes[key] : visible(attributes[key])); }
  }
  node.append(...children.flat().filter(child => child !== null && child !== '').map(shown));
  return node;
}

function svg(name, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in attributes) { node.setAttribute(key, visible(attributes[key])); }
  node.append(...children.flat().map(shown));
  return node;
}

function button(label, action, attributes) {
  const node = el('button', { type: 'button', ...attributes }, label);
  node.addEventListener('click', action);
  return node;
}

function choice(id, label, options, action) {
  const control = el('select', { id: id }, options.map(o => el('option', { value: o[0] }, o[1])));
  control.addEventListener('change', action);
  return { control: control, node: el('div', null, el('label', { for: id }, label), control) };
}

const mark = decision => el('span', { class: 'mark ' + decision.toLowerCase() }, words(decision));
const addressOf = id => '#patient=' + encodeURIComponent(id);
const link = id => el('a', { href: addressOf(id) }, id);
const fixed = (value, digits) => value === null ? 'NA' : value.toFixed(digits);
const citationKeys = cell => cell.split(/[;,\s]+/).filter(Boolean);
const cited = cell => citationKeys(cell).join(', ');
const list = items => el('ul', null, items.map(item => el('li', null, item)));

function source(i) {
  const at = place(i);
  return at.whole ? el('code', { class: 'where', title: at.whole }, at.short) : '';
}

function table(heads, rows, css) {
  return el('div', { class: 'scroll' }, el('table', { class: 'plain ' + (css || '') },
    el('thead', null, el('tr', null, heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', null, rows.map(cells => el('tr', null, cells.map((cell, i) =>
      el(i === 0 ? 'th' : 'td', i === 0 ? { scope: 'row' } : null, ...[cell].flat())))))));
}

// A line of words that follows the pointer.
const hint = el('div', { class: 'hint', hidden: '', 'aria-hidden': 'true' });
document.body.append(hint);

function showHint(text, x, y) {
  hint.textContent = visible(text);
  hint.hidden = false;
  hint.style.left = Math.max(4, Math.min(x + 14, document.documentElement.clientWidth - hint.offsetWidth - 8)) + 'px';
  hint.style.top = (y + 16 + hint.offsetHeight > window.innerHeight ? y - hint.offsetHeight - 10 : y + 16) + 'px';
}

function hideHint() { hint.hidden = true; }

// Lets pointer and keyboard go over the patients of a figure: at(event) finds one by pointer, or -1;
// say(i) tells of it in words; show(i) marks it, -1 for none.
function explorable(figure, status, count, at, say, show, open) {
  let current = -1;
  const go = i => { current = i; show(i); };
  figure.addEventListener('pointermove', event => {
    const i = at(event);
    go(i);
    if (i < 0) { hideHint(); } else { showHint(say(i, event), event.clientX, event.clientY); }
  });
  figure.addEventListener('pointerleave', () => { hideHint(); go(-1); });
  figure.addEventListener('click', event => {
    const i = at(event);
    if (i >= 0) { hideHint(); open(i); }
  });
  figure.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 20, PageUp: -20, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined && count() > 0) {
      event.preventDefault();
      go(Math.max(0, Math.min(count() - 1, current < 0 && step > 0 && step < 2 ? 0 : current + step)));
      status.textContent = visible(say(current, null));
    } else if (event.key === 'Enter' && current >= 0) {
      open(current);
    }
  });
  figure.addEventListener('blur', () => go(-1));
}
