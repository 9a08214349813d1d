// The pages work on the server; this adds: the source of a field lights up, keys, drag and drop, and text that is not lost.

const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const caseId = () => find('main.case')?.dataset.case;

// --- places in the document -----------------------------------------------------------------------------------------

const placesOf = row => (row.dataset.cites || '').split(' ').filter(Boolean)
  .map(text => text.split(':').map(Number)).map(([document, page, start, end]) => ({ document, page, start, end }));

let painter = null;

function light(row) {
  all('.row.current').forEach(one => one.classList.remove('current'));
  all('.quote.shown').forEach(one => one.classList.remove('shown'));
  turn = 0;
  row.classList.add('current');
  const places = placesOf(row);
  const shown = Number(find('#document')?.dataset.document);
  const here = places.filter(place => place.document === shown);
  if (here.length === 0 && places.length > 0) return goToDocument(places[0].document, row);
  if (painter) painter.light(here);
  else lightText(here);
}

function lightText(places) {
  all('.piece.lit').forEach(piece => piece.classList.remove('lit'));
  let first = null;
  for (const place of places) {
    for (const piece of all(`.text-page[data-page="${place.page}"] .piece`)) {
      if (Number(piece.dataset.start) >= place.start && Number(piece.dataset.end) <= place.end) {
        piece.classList.add('lit');
        first ??= piece;
      }
    }
  }
  first?.scrollIntoView({ block: 'center' });
}

// The place is in another document of the case: open that one, with the same row chosen.
function goToDocument(id, row) {
  const address = new URL(location.href);
  address.searchParams.set('document', id);
  address.searchParams.set('tab', find('#panel').dataset.tab);
  address.hash = row.id;
  if (!isDirty()) location.assign(address);
}

async function paintPdf() {
  const holder = find('#pdf');
  if (!holder) return;
  const { PdfPainter } = await import('./document.js');
  painter = new PdfPainter(holder);
  const own = Number(find('#document').dataset.document);
  const cited = () => all('#panel [data-cites]').flatMap(placesOf).filter(place => place.document === own);
  await painter.paint(cited);
  const current = find('.row.current');
  if (current) light(current);
}

// --- rows: choose by mouse or keys -------------------------------------------------------------------------------------

const rows = () => all('#panel .row[tabindex]').filter(row => row.offsetParent !== null);

function step(by) {
  const list = rows();
  if (list.length === 0) return;
  const at = list.findIndex(row => row.classList.contains('current'));
  const next = list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  light(next);
}

// The next row that asks for a look, from the chosen one on and round.
function nextToCheck() {
  const list = rows();
  const at = list.findIndex(row => row.classList.contains('current'));
  const ahead = [...list.slice(at + 1), ...list.slice(0, at + 1)].find(row => row.matches('.to-check'));
  if (!ahead) return;
  ahead.focus({ preventScroll: true });
  ahead.scrollIntoView({ block: 'center' });
  light(ahead);
}

// Shows one place of the chosen row after the other.
let turn = 0;
function nextSource() {
  const row = find('.row.current');
  if (!row) return step(0);
  const quotes = all('.quote', row);
  if (quotes.length < 2) return light(row);
  const quote = quotes[turn++ % quotes.length];
  lightQuote(quote);
}

function lightQuote(quote) {
  const row = quote.closest('.row');
  const places = placesOf(quote);
  if (row && places[0] && places[0].document !== Number(find('#document')?.dataset.document)) return goToDocument(places[0].document, row);
  if (painter) painter.light(places);
  else lightText(places);
  all('.quote', row ?? quote.closest('ul')).forEach(one => one.classList.toggle('shown', one === quote));
}

document.addEventListener('click', event => {
  const target = event.target;
  if (target.closest('.quote')) return lightQuote(target.closest('.quote'));
  if (target.closest('[data-next-check]')) return nextToCheck();
  if (target.closest('[data-dismiss]')) return target.closest('.message').remove();
  if (target.closest('[data-take-out]')) return takeOut(Number(target.closest('[data-take-out]').dataset.takeOut));
  if (target.closest('[data-shortcuts]')) return find('#shortcuts').showModal();
  if (target.closest('[data-cancel]')) return cancel(target.closest('form'));
  if (target.closest('[data-fill]')) return fill(target.closest('form'), target.closest('[data-fill]').dataset.fill);
  if (target.closest('[data-reason]')) return fill(target.closest('form'), target.closest('[data-reason]').dataset.reason, 'reason');
  if (target.closest('[data-not-stated]')) target.closest('form').elements.change.value = 'notStated';
  else if (target.closest('.edit-form button.primary')) {
    const form = target.closest('form');
    if (form.elements.change.value === 'notStated') form.elements.change.value = 'field';
  }
  const openMenu = find('.menu[open]');
  if (openMenu && !openMenu.contains(target)) openMenu.open = false;
  const tableRow = target.closest('tr[data-row]');
  if (tableRow && !target.closest('a') && !getSelection().toString()) return location.assign(find('a', tableRow).href);
  const row = target.closest('.row[tabindex]');
  if (row && !target.closest('button, a, input, form')) light(row);
});

document.addEventListener('focusin', event => {
  if (event.target.matches('.row[tabindex]') && event.target.matches(':focus-visible') && !event.target.classList.contains('current')) light(event.target);
});

document.addEventListener('keydown', event => {
  const form = event.target.closest?.('.edit-form');
  if (event.key === 'Escape' && form) return cancel(form);
  if ((event.key === 'Enter' || event.key === 's') && (event.ctrlKey || event.metaKey) && form) { event.preventDefault(); return find('button.primary', form).click(); }
  if (event.target.matches('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey || find('dialog[open]')) return;
  if (event.key === '/' && find('.find input')) { event.preventDefault(); return find('.find input').focus(); }
  if (!find('#panel')) return;
  const current = find('.row.current');
  const does = {
    j: () => step(1), k: () => step(-1), n: nextToCheck, s: nextSource, e: () => current && find('.edit', current)?.click(), c: () => current && find('.confirm', current)?.click(),
    '?': () => find('#shortcuts').showModal(),
  };
  const tabs = all('#panel > .tabs a');
  if (does[event.key]) { does[event.key](); event.preventDefault(); }
  else if (/^[1-6]$/.test(event.key)) tabs[Number(event.key) - 1]?.click();
});

// --- nothing typed is lost -----------------------------------------------------------------------------------------------

const keyOf = form => `casewright:${caseId()}:${form.dataset.key}`;
const isDirty = () => all('.edit-form').some(form => form.dataset.dirty);

document.addEventListener('input', event => {
  const form = event.target.closest('.edit-form');
  if (!form) return;
  form.dataset.dirty = 'yes';
  localStorage.setItem(keyOf(form), JSON.stringify({ value: form.elements.value?.value, reason: form.elements.reason.value }));
});

function restore(form) {
  const kept = localStorage.getItem(keyOf(form));
  if (!kept || find('.message.bad', form)) return;
  const text = JSON.parse(kept);
  if (form.elements.value && text.value !== undefined) form.elements.value.value = text.value;
  form.elements.reason.value = text.reason;
  form.dataset.dirty = 'yes';
  find('.restored', form).classList.remove('hidden');
}

function cancel(form) {
  if (form.dataset.dirty && !confirm('Leave the form? What you typed is thrown away.')) return;
  localStorage.removeItem(keyOf(form));
  const row = form.previousElementSibling;
  form.remove();
  if (row?.matches('.row')) row.focus({ preventScroll: true });
}

function fill(form, text, name = 'value') {
  form.elements[name].value = text;
  form.elements[name].dispatchEvent(new Event('input', { bubbles: true }));
}

// Text that was left behind (the page was closed, another form was saved first) comes back into its form.
function reopen() {
  const prefix = `casewright:${caseId()}:`;
  const elsewhere = [];
  for (const key of Object.keys(localStorage).filter(one => one.startsWith(prefix))) {
    const name = key.slice(prefix.length);
    const button = all('#panel [data-key]').find(one => one.dataset.key === name && one.tagName === 'BUTTON');
    const open = all('.edit-form').find(one => one.dataset.key === name);
    if (button && !open) button.click();
    else if (!button && !open) elsewhere.push(name.startsWith('sentence') ? 'narrative' : 'fields');
  }
  const notice = find('#unsaved');
  if (notice && elsewhere.length > 0 && find('#panel .row-actions, #panel[data-tab=assessments], #panel[data-tab=evidence]')) {
    notice.textContent = `There is unsaved text of yours under “${elsewhere[0]}”.`;
    notice.className = 'message warn';
  }
}

addEventListener('beforeunload', event => { if (isDirty()) event.preventDefault(); });

// --- htmx ------------------------------------------------------------------------------------------------------------------

document.addEventListener('htmx:confirm', event => {
  const key = event.target.dataset.key;
  const open = key && event.target.tagName === 'BUTTON' && all('.edit-form').find(form => form.dataset.key === key);
  if (open) { event.preventDefault(); find('input:not([type=hidden]), textarea, select', open)?.focus(); }
});

let chosen = '';
let scrolled = 0;
let tabBefore = '';
document.addEventListener('htmx:beforeSwap', event => {
  // what was saved is no longer unsaved text; said before the new panel looks for such text
  const form = event.detail.requestConfig.elt;
  if (form.matches?.('.edit-form') && event.detail.xhr.status === 200) localStorage.removeItem(keyOf(form));
  chosen = find('.row.current')?.id ?? '';
  tabBefore = find('#panel')?.dataset.tab ?? '';
  scrolled = find('#panel-body')?.scrollTop ?? 0;
});

document.addEventListener('htmx:afterRequest', event => {
  // a form that its own answer replaced is no longer in the page: the event then names its parent
  const form = event.detail.requestConfig.elt;
  if (form.id === 'upload') find('#sent').value = 0;
  if (form.id === 'upload' && event.detail.successful) { form.elements.file.value = ''; form.elements.password.value = ''; showChosen(); }
});

document.addEventListener('htmx:afterSettle', event => {
  all('.edit-form').filter(form => !form.dataset.seen).forEach(form => {
    form.dataset.seen = 'yes';
    if (find('.message.bad', form)) form.dataset.dirty = 'yes';
    restore(form);
    const { value, reason } = form.elements;
    (find('.message.bad', form) && value?.value && !reason.value ? reason : find('input:not([type=hidden]), textarea, select', form))?.focus();
  });
  if (event.detail.target?.id === 'panel' || event.target.id === 'panel') settlePanel();
});

function settlePanel() {
  hideEmpty();
  const tab = find('#panel')?.dataset.tab;
  if (!tab) return;
  const address = new URL(location.href);
  const same = tabBefore === tab;
  address.searchParams.set('tab', tab);
  history.replaceState(null, '', address);
  if (same) {
    find('#panel-body').scrollTop = scrolled;
    const row = chosen && document.getElementById(chosen);
    if (row) {
      light(row);
      if (document.activeElement === document.body) row.focus({ preventScroll: true });
    }
  }
  painter?.refresh();
  reopen();
}

function tell(text) {
  const message = document.createElement('div');
  message.className = 'message bad';
  message.setAttribute('role', 'alert');
  message.append(text + ' ');
  const dismiss = document.createElement('button');
  dismiss.type = 'button';
  dismiss.className = 'quiet';
  dismiss.dataset.dismiss = '';
  dismiss.setAttribute('aria-label', 'Dismiss');
  dismiss.textContent = '×';
  message.append(dismiss);
  find('#messages').replaceChildren(message);
}

document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 401 || (event.detail.xhr.status === 403 && !event.detail.xhr.responseText.includes('class="message'))) {
    return tell('You are signed out or may not do this. What you typed is kept: sign in again in another tab and save once more.');
  }
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
  tell(answer.querySelector('.message span')?.textContent ?? 'The service could not do this. Nothing was changed.');
});
document.addEventListener('htmx:sendError', () => tell('The service does not answer. What you typed is kept; please try again in a moment.'));

// What cannot be taken back by the same button is asked first.
document.addEventListener('submit', event => {
  const question = event.target.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});

// --- hide what is not stated ---------------------------------------------------------------------------------------------------

const FILTERS = { 'hide-empty': 'casewright-hide-empty', 'only-checks': 'casewright-only-checks' };

function hideEmpty() {
  for (const [id, key] of Object.entries(FILTERS)) {
    const box = document.getElementById(id);
    if (!box) continue;
    box.checked = localStorage.getItem(key) === 'yes';
    find('#panel-body').classList.toggle(id, box.checked);
  }
}
document.addEventListener('change', event => {
  if (FILTERS[event.target.id]) {
    localStorage.setItem(FILTERS[event.target.id], event.target.checked ? 'yes' : 'no');
    hideEmpty();
  }
  if (event.target.id === 'files') showChosen();
});

// --- upload ---------------------------------------------------------------------------------------------------------------------

function showChosen() {
  if (find('#files').files.length > 0) find('#choose-first').classList.add('hidden');
  const list = find('#chosen');
  list?.replaceChildren(...[...find('#files').files].map((file, index) => {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = file.name;
    const size = document.createElement('small');
    size.textContent = file.size < 1e6 ? `${Math.max(1, Math.round(file.size / 1e3))} kB` : `${(file.size / 1e6).toFixed(1)} MB`;
    const out = document.createElement('button');
    out.type = 'button';
    out.className = 'quiet';
    out.dataset.takeOut = index;
    out.textContent = 'Take out';
    out.setAttribute('aria-label', `Take out ${file.name}`);
    item.append(name, size, out);
    return item;
  }));
}

// A list of files cannot be changed, only replaced.
function takeOut(index) {
  const kept = new DataTransfer();
  [...find('#files').files].filter((_, at) => at !== index).forEach(file => kept.items.add(file));
  find('#files').files = kept.files;
  showChosen();
  find(`[data-take-out="${Math.min(index, kept.files.length - 1)}"]`)?.focus();
}

document.addEventListener('htmx:beforeRequest', event => {
  if (event.target.id !== 'upload') return;
  const nothing = find('#files').files.length === 0;
  find('#choose-first').classList.toggle('hidden', !nothing);
  if (nothing) event.preventDefault();
});

document.addEventListener('htmx:xhr:progress', event => {
  if (event.target.id !== 'upload' || !event.detail.lengthComputable) return;
  const percent = Math.round(100 * event.detail.loaded / event.detail.total);
  find('#sent').value = percent;
  find('#sent-words').textContent = percent < 100 ? `${percent} %` : 'looking at the files…';
});

const drop = find('#drop');
if (drop) {
  for (const name of ['dragenter', 'dragover']) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    find('#files').files = event.dataTransfer.files;
    showChosen();
  });
}

hideEmpty();
if (find('#panel')) {
  const row = location.hash && document.getElementById(location.hash.slice(1));
  if (row) { row.classList.add('current'); if (!find('#pdf')) light(row); row.scrollIntoView({ block: 'center' }); }
  paintPdf().catch(() => { find('#pdf').textContent = 'The pages cannot be painted here. Choose “as text” above.'; });
  // htmx makes its buttons work at the same event, before this
  document.addEventListener('DOMContentLoaded', reopen);
}
