/* Tables that can be sorted and cut down; sites that open at once. Everything reads well without it. Words are in the page, not in here. */
'use strict';

const LEAST_ROWS_TO_CUT = 2;

function valueOf(row, place, isNumber) {
  const cell = row.cells[place];
  return isNumber ? Number(cell.dataset.value) : cell.textContent.trim();
}

/** Cells that nobody can say anything in come last, whichever way. */
function inOrder(isNumber, direction) {
  const missing = (value) => (isNumber ? value < 0 : value === '');
  return ([one], [other]) => {
    if (missing(one) !== missing(other)) return missing(one) ? 1 : -1;
    return direction * (isNumber ? one - other : one.localeCompare(other, 'en-GB', { sensitivity: 'base', numeric: true }));
  };
}

function sort(table, heading, said) {
  const isNumber = heading.dataset.sort === 'number';
  const before = heading.getAttribute('aria-sort');
  const rising = before === 'none' ? !isNumber : before === 'descending';
  const [body] = table.tBodies;
  const rows = [...body.rows].map((row) => [valueOf(row, heading.cellIndex, isNumber), row]);
  body.append(...rows.sort(inOrder(isNumber, rising ? 1 : -1)).map(([, row]) => row));
  for (const other of table.tHead.rows[0].cells) other.setAttribute('aria-sort', 'none');
  heading.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
  const directions = table.dataset.directions.split('|');
  const direction = directions[(isNumber ? 0 : 2) + (rising === isNumber ? 1 : 0)];
  said.textContent = table.dataset.sorted.replace('{column}', () => heading.textContent).replace('{direction}', () => direction);
}

function makeSortable(table) {
  const said = table.closest('section').querySelector('.said');
  for (const heading of table.querySelectorAll('thead th[data-sort]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    heading.setAttribute('aria-sort', 'none');
    button.addEventListener('click', () => sort(table, heading, said));
  }
}

function cutDown(table, words, which, said) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const [body] = table.tBodies;
  let shown = 0;
  for (const row of body.rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !(wanted.every((word) => text.includes(word)) && (!which || row.dataset.words.split(' ').includes(which)));
    shown += row.hidden ? 0 : 1;
  }
  const written = (number) => number.toLocaleString('en-GB');
  said.textContent = table.dataset.shown.replace('{shown}', written(shown)).replace('{all}', written(body.rows.length));
}

function makeCuttable(tools) {
  const table = document.getElementById(tools.dataset.table);
  if (table.tBodies[0].rows.length < LEAST_ROWS_TO_CUT) return;
  const [words, which] = [tools.querySelector('input'), tools.querySelector('select')];
  const said = table.closest('section').querySelector('.said');
  for (const control of [words, which]) control.addEventListener('input', () => cutDown(table, words.value, which.value, said));
  tools.hidden = false;
}

function makeOpenable(tools) {
  const sites = tools.closest('section').querySelectorAll('details.site');
  for (const button of tools.querySelectorAll('button')) {
    button.addEventListener('click', () => sites.forEach((site) => { site.open = Boolean(button.dataset.open); }));
  }
  tools.hidden = sites.length === 0;
}

/** A link into a site that is folded opens it; some browsers do so by themselves. */
function openWhatIsLinked() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const site = target?.closest('details.site');
  if (site && !site.open) {
    site.open = true;
    target.scrollIntoView();
  }
}

document.querySelectorAll('table[data-sorted]').forEach(makeSortable);
document.querySelectorAll('.tools[data-table]').forEach(makeCuttable);
document.querySelectorAll('.tools[data-sites]').forEach(makeOpenable);
window.addEventListener('hashchange', openWhatIsLinked);
openWhatIsLinked();
