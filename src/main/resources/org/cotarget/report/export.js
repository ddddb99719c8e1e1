// The current view of the table as text for other programs.

// A spreadsheet takes a cell that begins with one of these for a formula; a number is none.
function harmless(value) {
  const cell = String(value);
  const number = /^[+-]?\d+(\.\d+)?$/.test(cell);
  return !number && /^[\s\uFEFF\u200B-\u200F\u202A-\u202E\u2060-\u2069]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/.test(cell)
    ? "'" + cell : cell;
}

function csvText(heads, rows) {
  const cell = value => '"' + harmless(value).replace(/\0/g, '').replace(/"/g, '""') + '"';
  return [heads, ...rows].map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function tsvText(heads, rows) {
  const cell = value => harmless(String(value).replace(/[\0\t\r\n\u2028\u2029]+/g, ' '));
  return [heads, ...rows].map(row => row.map(cell).join('\t')).join('\n') + '\n';
}

function saveText(name, text) {
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const anchor = el('a', { href: address, download: name, hidden: '' });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// Copies without asking where the browser lets a page that was opened from a file do so.
async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      if (!(refused instanceof DOMException)) { throw refused; }
    }
  }
  const area = el('textarea', { 'aria-label': 'Text to copy', class: 'hidden' });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
