// What an accessibility checker would complain of, as sentences. Runs in the page under test.

const complaints = [];
const seen = node => {
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return style.visibility !== 'hidden' && style.display !== 'none' && box.width > 1 && box.height > 1 && !node.closest('[hidden], .hidden');
};
const named = node => (node.getAttribute('aria-label') || node.textContent
  || [...(node.labels || [])].map(l => l.textContent).join('') || '').trim() !== '';
const told = node => node.tagName.toLowerCase() + (node.id ? '#' + node.id : '') + ' ' + String(node.textContent).trim().slice(0, 40);

for (const node of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
  const labelled = ['INPUT', 'SELECT', 'TEXTAREA'].includes(node.tagName)
    ? [...node.labels].some(l => l.textContent.trim()) || node.getAttribute('aria-label') : named(node);
  if (!labelled) { complaints.push('no name: ' + told(node)); }
}
for (const node of document.querySelectorAll('svg')) {
  const role = node.getAttribute('role');
  if (role === null && node.getAttribute('aria-hidden') !== 'true') { complaints.push('drawing without a role: ' + node.getAttribute('class')); }
  if (role !== null && !node.getAttribute('aria-label') && !node.getAttribute('aria-labelledby')) { complaints.push('drawing without a name: ' + node.getAttribute('class')); }
}
const ids = [...document.querySelectorAll('[id]')].map(n => n.id);
ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => complaints.push('id twice: ' + id));
for (const attribute of ['for', 'aria-labelledby']) {
  for (const node of document.querySelectorAll('[' + attribute + ']')) {
    node.getAttribute(attribute).split(' ').filter(id => !document.getElementById(id))
      .forEach(id => complaints.push(attribute + ' names nothing: ' + id));
  }
}
let level = 0;
for (const node of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
  if (!seen(node)) { continue; }
  const own = Number(node.tagName[1]);
  if (own > level + 1) { complaints.push('heading skips a level: ' + told(node)); }
  level = own;
}
for (const node of document.querySelectorAll('table')) {
  if (!node.querySelector('thead th[scope="col"]')) { complaints.push('table without column headers: ' + told(node)); }
  for (const head of node.querySelectorAll('th:not([scope])')) { complaints.push('header without scope: ' + told(head)); }
}
for (const node of document.querySelectorAll('[tabindex]')) {
  if (Number(node.getAttribute('tabindex')) > 0) { complaints.push('tabindex above 0: ' + told(node)); }
}

// Contrast after WCAG 2.1, 1.4.3: 4.5, and 3 for large text.
const channels = css => { const m = css.match(/[\d.]+/g).map(Number); return m.length > 3 ? m : [...m, 1]; };
const luminance = rgb => rgb.slice(0, 3).map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = node => {
  for (let at = node; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour[3] === 1) { return colour; }
  }
  return [255, 255, 255, 1];
};
const looked = new Set();
for (const node of document.querySelectorAll('body *')) {
  const own = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
  if (!own || !seen(node) || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION', 'TITLE'].includes(node.tagName.toUpperCase())) { continue; }
  const style = getComputedStyle(node);
  const front = channels(node.namespaceURI.endsWith('svg') ? style.fill : style.color);
  const back = ground(node);
  const kind = front.join() + back.join() + style.fontSize + style.fontWeight;
  if (looked.has(kind)) { continue; }
  looked.add(kind);
  const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  if (ratio < (large ? 3 : 4.5)) { complaints.push('contrast ' + ratio.toFixed(2) + ': ' + told(node)); }
}
return complaints;
