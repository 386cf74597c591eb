/** Which presses send, by what is pressed and where it stands. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

const page = openPage('', { upTo: 'sending.js' });
const [sending, words, roots] = ['netcurtainSending', 'netcurtainSendWords', 'netcurtainRoots'].map((name) => page.inside(name));

/**
 * `w`: forms and groups with a warning; `c`: without; `x`: what is pressed. Whether somebody typed in the first, if not said otherwise.
 * @param {string} html
 * @param {{typed?: boolean}} [how]
 */
function at(html, { typed = true } = {}) {
  page.document.body.innerHTML = html;
  const all = (/** @type {string} */ selector) => [...page.document.querySelectorAll(selector)];
  const around = { warned: all('[data-w]'), calm: all('[data-c]'), isTypedIn: () => typed };
  return { target: /** @type {any} */ (page.document.querySelector('#x')), around };
}

/** @param {string} html @param {{typed?: boolean}} [how] */
function press(html, how) {
  const { target, around } = at(html, how);
  return sending.pressOn(target, around);
}

/** @param {string} html */
function enter(html) {
  const { target, around } = at(html);
  return sending.enterIn(target, around);
}

const FIELD = '<label id="l">What <textarea></textarea></label>';
/** @param {string} inner */
const form = (inner) => `<form data-w>${FIELD}${inner}</form>`;
/** @param {string} inner */
const group = (inner) => `<section data-w>${FIELD}${inner}</section>`;

/** @type {[string, string][]} */
const SENDING = [
  ['the button of a form', form('<button id="x">Anything at all</button>')],
  ['what is inside the button', form('<button><b id="x">Go</b></button>')],
  ['an input that sends', form('<input id="x" type="submit" value="Go">')],
  ['a picture that sends', form('<input id="x" type="image" alt="Go">')],
  ['a button of the form that stands elsewhere', '<form id="f" data-w></form><button id="x" form="f">Go</button>'],
  ['a button that leaves out the checks', form('<input required><button id="x" formnovalidate>Go</button>')],
  ['a form that leaves out the checks', '<form data-w novalidate><input required><button id="x">Go</button></form>'],
  ['a button for the page’s own code', form('<button id="x" type="button">Report it</button>')],
  ['a button that says nothing', group('<button id="x"><svg></svg></button>')],
  ['what acts as a button', group('<div id="x" role="button" tabindex="0">Go</div>')],
  ['what can be pressed with a key', group('<div id="x" tabindex="0">Go</div>')],
  ['what has a handler of its own', group('<span id="x" onclick="send()">Go</span>')],
  ['what the mouse points at', group('<div style="cursor:pointer"><span id="x">Go</span></div>')],
  ['a link to nowhere', group('<a id="x" href="#">Go</a>')],
  ['a link to code', group('<a id="x" href="javascript:void 0">Go</a>')],
  ['a link without an address', group('<a id="x">Go</a>')],
  ['a link that only says that it sends', group('<a id="x" href="/sent">Continue</a>')],
  ['words that send', group('<div id="x">Send</div>')],
  ['words that send, outside of what was typed in', `${group('')}<div id="x">Send</div>`],
  ['a button that sends, outside of what was typed in', `${group('')}<p><button id="x">Save and continue</button></p>`],
  ['a Welsh one', `${group('')}<p><button id="x">Cadw a pharhau</button></p>`],
  ['one named for those who do not see it', `${group('')}<p><button id="x" aria-label="Send message"></button></p>`],
  ['an arrow that says so to those who do not see it', group('<button id="x" type="button" aria-label="Send message">↑</button>')],
  ['a paper plane', group('<button id="x" type="button">➤</button>')],
  ['a group with a calendar’s name', '<section data-w class="calendar"><input><button id="x" type="button">Go</button></section>'],
  ['a booking in a calendar', group('<div class="booking-calendar"><button id="x" type="button">Confirm booking</button></div>')],
  ['what says that it sends, though it opens something', form('<button id="x" aria-haspopup="dialog">Send report</button>')],
  ['words that send, beside the button of the form', form('<button>Go</button><div id="x" role="button" tabindex="0">Send</div>')],
  ['one in another bar of the group that says so', group('<footer><button id="x" type="button">Next</button></footer>')],
];
for (const [name, html] of SENDING) test(`sends: ${name}`, () => assert.ok(press(html)));

/** @type {[string, string, {typed?: boolean}?][]} */
const OTHERS = [
  ['a form that the browser itself would refuse', form('<input required><button id="x">Go</button>')],
  ['the button of a form without a warning', '<form data-c><input><button id="x">Send</button></form>'],
  ['a button in a group without a warning', `${group('')}<div data-c><input><button id="x" type="button">Send</button></div>`],
  ['a button that resets', form('<button id="x" type="reset">Go</button>')],
  ['a label', group('<label id="x" style="cursor:pointer">Go</label>')],
  ['the label of the field', FIELD.replace('id="l"', 'id="x"') + group('')],
  ['a field', '<section data-w><textarea id="x" style="cursor:pointer"></textarea><button>Go</button></section>'],
  ['a choice', group('<div id="x" role="radio" tabindex="0">Send</div>')],
  ['a box to tick', group('<input id="x" type="checkbox">')],
  ['a file', group('<input id="x" type="file">')],
  ['a summary', group('<details><summary id="x">Report</summary></details>')],
  ['what is around the fields', '<section data-w id="x" tabindex="0"><textarea></textarea></section>'],
  ['what is around some fields', group('<div id="x" tabindex="0"><input></div>')],
  ['what unfolds', group('<button id="x" type="button" aria-expanded="false">Which?</button>')],
  ['what opens a menu', group('<button id="x" type="button" aria-haspopup="menu">Which?</button>')],
  ['what switches', group('<button id="x" type="button" aria-pressed="false"><b>B</b></button>')],
  ['what is off', group('<div id="x" role="button" aria-disabled="true">Go</div>')],
  ['a bar of tools', group('<div role="toolbar"><button id="x" type="button">B</button></div>')],
  ['the way to other pages', group('<nav><a id="x" href="#">Home</a></nav>')],
  ['a link to another page', group('<a id="x" href="/help">Advice</a>')],
  ['a link that reports something else', group('<a id="x" href="/burglary">Report a burglary</a>')],
  ['a link elsewhere that says so in the page’s head', `<header><a id="x" href="/report">Report</a></header>${group('')}`],
  ['the site’s own exit', group('<a id="x" class="govuk-exit-this-page__button" role="button" href="#">Now</a>')],
  ['a button elsewhere that says something else', `${group('')}<p><button id="x">Go</button></p>`],
  ['a button elsewhere while nothing was typed', `${group('')}<p><button id="x">Send</button></p>`, { typed: false }],
  ['words in a heading', `${group('')}<h2 id="x">Report</h2>`],
  ['words in a paragraph', `${group('')}<p id="x">Continue</p>`],
  ['text that only begins so', `${group('')}<div id="x">Report what you have seen</div>`],
  ['a place where there is nothing', group('<div id="x"></div>')],
  ['a form’s button that says something else', form('<button id="x" name="back">Back</button>')],
  ['a form’s button that finds an address', form('<button id="x">Find address</button>')],
  ['a form’s button that adds', form('<button id="x">Add another</button>')],
  ['a form’s button that opens a list', form('<button id="x" aria-haspopup="listbox">Which?</button>')],
  ['a form’s button that unfolds', form('<button id="x" aria-expanded="false">Which?</button>')],
  ['a day as a form’s button', form('<button id="x">15</button>')],
  ['what says nothing beside the button of the form', form('<button>Send</button><button id="x" type="button">Which?</button>')],
  ['a map', group('<div id="x" class="leaflet-container" tabindex="0"></div>')],
  ['a map with words on it', group('<div id="x" tabindex="0">Leaflet | © the people who drew this map, and others</div>')],
  ['a part of a map', group('<div class="gm-style"><button id="x" type="button">Terrain</button></div>')],
  ['a pin', group('<div class="leaflet-pane"><img id="x" tabindex="0" role="button" alt="Marker"></div>')],
  ['a map by another maker', group('<div class="ol-viewport"><button id="x" type="button">Turn</button></div>')],
  ['a map by what it says it is', group('<div aria-roledescription="map"><a id="x">Here</a></div>')],
  ['a box that scrolls', group('<div id="x" tabindex="0" role="region">Advice nearby</div>')],
  ['a place to sign', group('<canvas id="x" tabindex="0">Sign here</canvas>')],
  ['a place to sign that the mouse points at', group('<canvas id="x" style="cursor:pointer"></canvas>')],
  ['a place for files', group('<div id="x" class="drop" tabindex="0">Drop files here to upload</div>')],
  ['a calendar that opens', group('<button id="x" type="button" aria-label="Open calendar">&#128197;</button>')],
  ['a day', group('<button id="x" type="button">15</button>')],
  ['a day with a name', group('<button id="x" type="button" aria-label="Sunday 15 March">15</button>')],
  ['a day in a table', group('<table><tr><td id="x" tabindex="0">15</td></tr></table>')],
  ['a day in a grid', group('<div role="grid"><button id="x" type="button">Monday</button></div>')],
  ['a month in a calendar', group('<div class="v-date-picker"><button id="x" type="button">March</button></div>')],
  ['the next month', group('<button id="x" type="button">Next month</button>')],
  ['the next month by a sign', group('<button id="x" type="button" aria-label="Next month">›</button>')],
  ['the next one of a calendar', group('<div class="ui-datepicker"><a id="x">Next</a></div>')],
  ['done with a calendar elsewhere', `${group('')}<div class="ui-datepicker"><button id="x">Done</button></div>`],
  ['a smile', group('<button id="x" type="button">😀</button>')],
  ['what is suggested', group('<ul><li id="x" style="cursor:pointer">High Street</li></ul>')],
  ['what is suggested in a box', group('<div class="tt-suggestion" id="x" style="cursor:pointer">High Street</div>')],
];
for (const [name, html, how] of OTHERS) test(`does not send: ${name}`, () => assert.equal(press(html, how), null));

for (const [said, means] of /** @type {[string, string][]} */ ([
  ...['Send', 'SUBMIT', 'Submit your report', 'Continue', 'Next →', '» Next', 'Yes, send', 'Save and continue', 'Accept and continue',
    'Start chat', 'Leave a message', 'Add comment', 'Request a call back', 'Report it', 'Get help', 'I have finished', 'Anfon', 'Cyflwyno',
    'Nesaf', 'Derbyn a pharhau', 'Rhoi gwybod', '➤', '✈️'].map((one) => [one, 'send']),
  ...['Back', '← Back', '‹ Previous', 'Cancel', 'Clear', 'Reset', 'Add another person', 'Remove', 'Delete', 'Change', 'Edit it',
    'Show more', 'Hide', 'Help', 'Upload a file', 'Choose file', 'Search', 'Find address', 'Close', '×', 'Exit this page',
    'Leave this site', 'Hide this page', 'Menu', 'Print this page', 'Cymraeg', 'English', 'Polski', 'العربية',
    'Next month', 'Go to next month', 'Next slide', 'Navigate forward one month', 'Drop files here to upload', 'Drag the pin', '15',
    '10:30am', '2 March 2026', '›', '+1', '📅', '中文', 'Mis nesaf', 'Yn ôl', 'Canslo', 'Dileu', 'Chwilio', 'Cau',
    'Enter address manually', 'Accept all cookies', 'Report a problem with this page', 'Don’t send', 'Start again', 'Sign in',
  ].map((one) => [one, 'otherwise']),
  ...['', 'Go', 'Yes', 'Postcode', 'Nextdoor', 'Backup', 'Sendai', 'Send us what you know about what happened last night',
  ].map((one) => [one, '']),
])) {
  test(`“${said}” says ${means || 'nothing either way'}`, () => assert.equal(words.says(said), means));
}

const BUTTON = '<button>Go</button>';
/** @type {[string, string][]} */
const ENTERS = [
  ['a line of a form with a button', `<form data-w><input id="x"><textarea></textarea>${BUTTON}</form>`],
  ['a choice of a form with a button', `<form data-w><input id="x" type="radio">${BUTTON}</form>`],
  ['the one line of a form without a button', '<form data-w><input id="x"></form>'],
  ['one of two lines of such a form, for the page’s own code', '<form data-w><input id="x"><input></form>'],
  ['a line outside of any form', '<div data-w><input id="x"><input></div>'],
  ['a chat', '<div data-w class="chat"><textarea id="x"></textarea></div>'],
  ['a chat in a form', `<div role="log"></div><form data-w><textarea id="x"></textarea>${BUTTON}</form>`],
  ['a chat by its key', '<div data-w><textarea id="x" enterkeyhint="send"></textarea></div>'],
  ['a low field for a message', '<div data-w><textarea id="x" placeholder="Type your message"></textarea></div>'],
  ['a chat that completes names', '<div data-w class="chat"><div id="x" contenteditable="true" role="combobox"></div></div>'],
  ['a line that completes nothing', `<form data-w><input id="x" aria-autocomplete="none">${BUTTON}</form>`],
  ['what can be written in', '<div data-w><div id="x" contenteditable="true"></div><button>Send</button></div>'],
];
for (const [name, html] of ENTERS) test(`Enter sends in ${name}`, () => assert.ok(enter(html)));

/** @type {[string, string][]} */
const LINES = [
  ['several lines', `<form data-w><textarea id="x"></textarea>${BUTTON}</form>`],
  ['several lines outside of any form', `<div data-w><textarea id="x"></textarea>${BUTTON}</div>`],
  ['several lines beside another question', `<div class="chat"></div><form data-w><textarea id="x"></textarea><input>${BUTTON}</form>`],
  ['a choice that nothing sends', '<form data-w><input id="x" type="checkbox"><input><input></form>'],
  ['a list that is open', `<form data-w><input id="x" aria-expanded="true">${BUTTON}</form>`],
  ['a line with suggestions', `<form data-w><input id="x" list="d">${BUTTON}</form>`],
  ['a form that the browser itself would refuse', `<form data-w><input id="x" required>${BUTTON}</form>`],
  ['a line to choose in', `<form data-w><input id="x" role="combobox">${BUTTON}</form>`],
  ['a line that completes', `<form data-w><input id="x" aria-autocomplete="list">${BUTTON}</form>`],
  ['a line that opens a list', `<form data-w><input id="x" aria-haspopup="listbox">${BUTTON}</form>`],
  ['a line with an older list', `<form data-w><input id="x" class="ui-autocomplete-input">${BUTTON}</form>`],
  ['a line with places', `<form data-w><input id="x" class="pac-target-input">${BUTTON}</form>`],
  ['a line with suggestions outside of any form', '<div data-w><input id="x" class="tt-input"><input></div>'],
  ['a line to search', `<form data-w><input id="x" type="search">${BUTTON}</form>`],
  ['a form without a warning', `<form data-c><input id="x">${BUTTON}</form><div data-w></div>`],
];
for (const [name, html] of LINES) test(`Enter does not send in ${name}`, () => assert.equal(enter(html), null));

test('a form is sent by the button that is pressed, by Enter with its first', () => {
  const html = form('<button id="first">A</button><button id="x">B</button>');
  assert.deepEqual([press(html).submitter.id, press(html).form], ['x', page.document.querySelector('form')]);
  assert.equal(enter(`<form data-w><input id="x"><button id="first">A</button>${BUTTON}</form>`).submitter.id, 'first');
});

test('of forms one inside the other the inner one is meant', () => {
  const found = press(`<div data-w>${form('<button id="x" type="button">Go</button>')}</div>`);
  assert.equal(found.scope, page.document.querySelector('form'));
});

test('inside of a shadow root as well', () => {
  page.document.body.innerHTML = '<div data-w><textarea></textarea><x-send></x-send></div>';
  const root = /** @type {any} */ (page.document.querySelector('x-send')).attachShadow({ mode: 'open' });
  root.innerHTML = '<button type="button"><i>Go</i></button>';
  const around = { warned: [page.document.querySelector('div')], calm: [], isTypedIn: () => true };
  assert.equal(sending.pressOn(root.querySelector('i'), around).control, root.querySelector('button'));
  assert.equal(roots.inside(root.host), root);
});
