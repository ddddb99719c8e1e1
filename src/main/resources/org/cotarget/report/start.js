// Which of the two views the address asks for, and the start of the page.

const cohortView = document.getElementById('cohort');
const patientView = document.getElementById('patient');
const cohortTitle = document.title;
let cohortScroll = 0;

function showPatient(id) {
  const patient = patientById.get(id);
  if (!cohortView.hidden) { cohortScroll = window.scrollY; }
  patientView.replaceChildren(...(patient ? patientPage(patient) : [
    el('p', { class: 'crumbs' }, el('a', { href: '#patients' }, '\u2190 All patients')), el('h2', null, id),
    el('p', { class: 'notice' }, 'This page holds no such patient. screening.tsv lists everyone.')]));
  cohortView.hidden = true;
  patientView.hidden = false;
  document.title = visible(id) + ' \u00b7 ' + cohortTitle;
  window.scrollTo(0, 0);
  patientView.focus({ preventScroll: true });
}

function showCohort() {
  const target = document.getElementById(location.hash.slice(1));
  if (cohortView.hidden) {
    patientView.hidden = true;
    patientView.replaceChildren();
    cohortView.hidden = false;
    document.title = cohortTitle;
    window.scrollTo(0, cohortScroll);
  } else if (target && cohortView.contains(target)) {
    target.scrollIntoView();
  }
  if (target instanceof HTMLDetailsElement) { target.open = true; }
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
  hideHint();
  showPatient(id);
}

// Paper cannot be opened: what is folded on the page of a patient is unfolded while it prints.
let unfolded = [];
window.addEventListener('beforeprint', () => {
  unfolded = [...patientView.querySelectorAll('details:not([open])')];
  unfolded.forEach(part => { part.open = true; });
});
window.addEventListener('afterprint', () => { unfolded.forEach(part => { part.open = false; }); });

// Figures come one after the other, so that the page answers between them; the marks are for measuring.
function drawFigures(left) {
  if (left.length === 0) {
    performance.mark('figures-shown');
    if (!cohortView.hidden && location.hash) { showCohort(); }
    return;
  }
  left[0]();
  setTimeout(drawFigures, 0, left.slice(1));
}

buildTable(document.getElementById('patients'));
view.listeners.push(() => buildScores(document.getElementById('scores')));
view.listeners.push(() => buildReceptors(document.getElementById('receptors')));
window.addEventListener('hashchange', route);
route();
performance.mark('patients-shown');
drawFigures(view.rows.length === 0 ? [] : [
  () => buildOncoprint(document.getElementById('oncoprint')),
  () => buildScores(document.getElementById('scores')),
  () => buildReceptors(document.getElementById('receptors')),
  () => view.rows.forEach(haystack)
]);
