/**
 * The background, put together: browser events go into the pages and the queue, the queue goes over the link, what the app answers goes to
 * the tabs. It may be stopped at any moment: what must outlive that is in `storage.session`.
 *
 * @typedef {import('./pages.js').OpenPage} OpenPage
 */

import { hostOf, widestSite } from './address.js';
import { Allowance } from './allowance.js';
import { Allowed } from './allowed.js';
import { askTop } from './ask_top.js';
import { AskWindows } from './ask_window.js';
import { Bodies } from './bodies.js';
import { Departures } from './departures.js';
import { followerOf } from './from_app.js';
import { FromStart } from './from_start.js';
import { handlersFor } from './from_tab.js';
import { answersToUs } from './from_us.js';
import { HeldRequests, canHold } from './held_requests.js';
import { Leaving } from './leaving.js';
import { Link } from './link.js';
import { listenToNavigations } from './navigations.js';
import { paced } from './pace.js';
import { PageNotes } from './page_notes.js';
import { PageWords } from './page_words.js';
import { Pages } from './pages.js';
import { Queue } from './queue.js';
import { listenToRequests } from './request_events.js';
import { Requests } from './requests.js';
import { Rules } from './rules.js';
import { SetUps } from './set_ups.js';
import { Unacknowledged } from './submissions.js';
import { tabsOf } from './tabs.js';
import { ToldRequests } from './told.js';
import * as toolbar from './toolbar.js';
import { listenToInstall } from './trial.js';
import { TypedValues } from './typed.js';
import { Unchecked } from './unchecked.js';
import { Visits } from './visits.js';
import { WhileAsked } from './while_asked.js';

const ALIVE_MS = 20_000;
/** Requests of one tab that are told one by one. Over that, those that are alike are told together. */
const [TAB_AT_ONCE, TAB_A_SECOND] = [2000, 200];
/** By what is wrong: an app that is away may start at any time; where another one sits on its port, that will take longer. */
const RETRY_MS = /** @type {Partial<Record<import('./link.js').LinkState, number>>} */ ({ away: 3000, not_known: 30_000 });

/** Tabs of private windows: requests do not say so themselves. A tab that is not known counts as private. @type {Map<number, boolean>} */
const privacy = new Map();
/** @type {toolbar.Mode} */
let mode = 'desktop';
/** The app's run that knows all we saw so far; '' where none does. */
let run = '';
/**
 * How long pages are remembered, how the history on disk stands, and whether the app's window asks, as the app has said.
 * @type {{keeping: import('../common/messages.js').Keeping | '', kept: import('../common/messages.js').Kept, inWindow: boolean}}
 */
let standing = { keeping: '', kept: 'none', inWindow: false };
/** Whether the app that is there now has missed nothing. */
let complete = false;
/** Whether it has been decided, since the background woke, if the app is there. */
let decided = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retrying;

const newName = () => crypto.randomUUID();
/** Names that need only differ from all others, and are made faster. */
const numbered = (start = `${newName()} `, count = 0) => () => `${start}${(count += 1)}`;
const now = () => Date.now();
const save = (/** @type {Record<string, unknown>} */ items) => void chrome.storage.session.set(items);

const { now: flush, soon: flushSoon } = paced(tell);
const queue = new Queue();
const allowance = new Allowance(TAB_AT_ONCE, TAB_A_SECOND);
const bodies = new Bodies();
const rules = new Rules();
const held = canHold() ? new HeldRequests() : undefined;
const leaving = new Leaving();
const askWindows = new AskWindows(newName);
const told = new ToldRequests();
const notes = new PageNotes({ set: save, remove: (key) => void chrome.storage.session.remove(key) });
const unchecked = new Unchecked();
const unacknowledged = new Unacknowledged((waiting) => save({ waiting }));
const departures = new Departures({ decided: departed, save: (departing, talking) => save({ departing, talking }), now });
const visits = new Visits({
  lift: (tab) => rules.lift(tab),
  isLeaving: (tab) => departures.isWatched(tab),
  save: (visiting) => save({ visiting }),
});
const fromStart = new FromStart((letting) => save({ letting }));
const pages = new Pages({
  emit(observation) {
    queue.add(observation);
    if (observation.type === 'page_closed') {
      whileAsked.pageGone(observation.page);
      notes.forget(observation.page);
      told.forget(observation.page);
      typed.forget(observation.page);
      forgetWhatWasLeft();
      flush(); // whoever leaves in a hurry wants the app's windows empty
      return;
    }
    flushSoon();
  },
  opened: pageOpened,
  changed: () => save({ pages: pages.all() }),
  isPrivate: (tab) => privacy.get(tab) ?? true,
  newName,
  now,
});
const { toPage, toTop, toFrame, toEveryTab, pageOf, isAskingIn } = tabsOf(pages);
const whileAsked = new WhileAsked({
  pages, notes, rules, ...(held && { held }), isStillUp: ({ tab, frame }) => isAskingIn(tab, frame), save: (asking) => save({ asking }),
});
const typed = new TypedValues({
  bodies,
  around,
  isWanted: (page) => link.up && !notes.verdict(page)?.paused,
  emit(observation) {
    queue.add(observation);
    flush();
  },
  now,
  toFrame,
});
const requests = new Requests({
  pages,
  queue,
  bodies,
  typed,
  around,
  weStop: (tab, url, asker, requestId) =>
    rules.stopIn(tab) || held?.stopped(requestId) || fromStart.stops(tab, url, [hostOf(pages.of(tab)?.url ?? ''), hostOf(asker)]),
  queued: flushSoon,
  mayTell: (tab, weight) => allowance.take(tab, weight, now()),
  wentOut: (request) => departures.wentOut(request),
  newName: numbered(),
  now,
});
const setUps = new SetUps({
  known: (requestId) => requests.known(requestId),
  isWanted: (tab) => !notes.verdict(pages.of(tab)?.page ?? '')?.paused,
  emit(observation) {
    queue.add(observation);
    flushSoon();
  },
});
const words = new PageWords((question) => {
  flush();
  link.send(question);
});
const instructed = followerOf({
  pages, queue, bodies, notes, rules, whileAsked, unacknowledged, words, fromStart, flush, now, toPage, showPage, stands,
});
const link = new Link({ hello, welcomed, instructed, changed: linkChanged });
const fromTab = handlersFor({
  pages,
  queue,
  notes,
  rules,
  whileAsked,
  wentUnchecked(page) {
    unchecked.sent(page);
    showPage(page);
  },
  takenBack(tab, submission, stays) {
    if (!departures.isWatched(tab)) return;
    departures.drop(tab);
    if (stays) void departed(tab, submission, false);
  },
  departures,
  visits,
  leaving,
  unacknowledged,
  typed,
  linkDecided,
  flush,
  flushSoon,
  toTop,
  now,
});
const allowed = new Allowed(allowedChanged);
const fromOurPages = answersToUs({
  pages,
  notes,
  link,
  words,
  fromStart,
  askWindows,
  leftOut: (tab) => rules.stopIn(tab) && !whileAsked.isAsked(tab),
  letInAgain: (tab) => visits.end(tab),
  mode: () => mode,
  standing: () => standing,
  allowed: () => allowed.now,
});

let awake = false;
const ready = wake();

/** Everything waits its turn until the background knows again what it knew. @param {() => void} handle */
function inTurn(handle) {
  if (awake) handle();
  else void ready.then(handle);
}

async function wake() {
  const known = Promise.all([rules.restore(), fromStart.restore().catch(() => undefined), allowed.look()]);
  const [stored, tabs] = await Promise.all([chrome.storage.session.get(null), chrome.tabs.query({}), known]);
  const { pages: before = [], waiting = [], departing = [], visiting = [], letting = [], asking = [] } =
    /** @type {Record<string, any[]>} */ (stored);
  for (const tab of tabs) if (tab.id !== undefined) privacy.set(tab.id, tab.incognito);
  const open = new Set(tabs.map((tab) => tab.id));
  pages.restore(before.filter((page) => open.has(page.tab)));
  run = String(stored['run'] ?? '');
  standing = /** @type {typeof standing} */ (stored['standing'] ?? standing);
  notes.restore(stored);
  notes.keepOnly(new Set(pages.all().map((page) => page.page)));
  unacknowledged.restore(waiting);
  departures.restore(departing, /** @type {number[]} */ (stored['talking'] ?? []));
  visits.restore(visiting);
  fromStart.visits.restore(letting);
  for (const tab of tabs) if (tab.id !== undefined) pages.found(tab.id, tab.url ?? '');
  whileAsked.restore(asking);
  // A background that was stopped in between may have left some that nobody would lift any more.
  for (const tab of rules.tabs()) if (!visits.has(tab) && !whileAsked.isAsked(tab)) void rules.lift(tab);
  awake = true;
  showLink();
  void link.connect();
}

/** Whether we may look at websites. What is open already is known from now on. */
async function allowedChanged() {
  showLink();
  if (!awake) return;
  if (!allowed.now) for (const { tab } of pages.all()) pages.closed(tab);
  if (!allowed.now) return;
  for (const tab of await chrome.tabs.query({})) if (tab.id !== undefined) pages.found(tab.id, tab.url ?? '');
}

/** What nobody checked stays so: of a page that was left before the app was there, or was met, it hears nothing. */
function forgetWhatWasLeft() {
  if (!link.up && link.state !== 'connecting') queue.keepOnly(new Set(pages.all().map(({ page }) => page)));
}

/** Tell what waits, if it can be told now. */
function tell() {
  if (!link.up) return;
  if (link.crowded) {
    flushSoon();
    return;
  }
  for (const waiting of queue.take()) {
    const observation = requests.lookedAtAgain(waiting);
    // What a page does while its visit is paused is nobody's business, not that of an app that is started anew either.
    told.note(observation, (page) => (notes.verdict(page)?.paused ? undefined : pages.named(page)?.site));
    link.send(observation);
  }
  for (const gap of queue.takeGaps()) {
    const page = pages.named(gap);
    if (page) link.send(pages.opening(page, false));
  }
}

function hello() {
  return {
    extension: chrome.runtime.getManifest().version,
    browser: navigator.userAgent.match(/(?:Firefox|Chrome)\/[\d]+/)?.[0].replace('/', ' ') ?? '',
    open_pages: pages.all().map((page) => page.page),
  };
}

/** How the link stands. Only the very first time is that waited for: afterwards the newest answer is good enough. */
async function linkDecided() {
  if (RETRY_MS[link.state]) void link.connect();
  if (!decided) await link.settled;
  return linked();
}

/** Whether the app is there, and whether its window asks: one without windows does not. */
const linked = () => ({ linked: link.up, inWindow: link.up && mode === 'desktop' && standing.inWindow });

/** @param {import('./link.js').Welcome} welcome @param {boolean} joined under a new name: what the app knows, it knows of the old one */
function welcomed(welcome, joined) {
  mode = welcome.mode;
  complete = welcome.run === run && !joined;
  run = welcome.run;
}

/** @param {typeof standing} newest */
function stands(newest) {
  standing = newest;
  save({ standing });
  showAll();
}

/** @param {import('./link.js').LinkState} state */
function linkChanged(state) {
  if (state === 'connecting') return;
  decided = true;
  // Nobody is there any more who could say that the answer has changed.
  if (state === 'removed') void fromStart.follow(undefined).catch(() => undefined);
  forgetWhatWasLeft();
  // What waits while the app is away is lost with a background that is stopped then.
  save({ run: state === 'up' ? run : '' });
  showAll();
  clearTimeout(retrying);
  if (RETRY_MS[state]) retrying = setTimeout(() => void link.connect(), RETRY_MS[state]);
  if (state === 'up') tellEverything();
}

/** The app may be another one than before, or may have missed something: what it knows already it passes over. */
function tellEverything() {
  const unreported = queue.waitingPages();
  for (const page of pages.all()) {
    if (unreported.has(page.page)) continue;
    const { paused = false, unkept = false } = notes.verdict(page.page) ?? {};
    link.send({ ...pages.opening(page, complete), ...(paused && { paused }), ...(unkept && { unkept }) });
    if (!complete) for (const observation of told.again(page.page)) link.send(observation);
  }
  for (const message of unacknowledged.again(new Set([...unreported, ...pages.all().map((page) => page.page)]))) queue.add(message);
  flush();
  toEveryTab({ kind: 'describe' });
  void reportFront();
}

/**
 * What decides how a request's address crosses. Until the app has told the page's site, it is taken to be as wide as it may be.
 * @param {OpenPage} page
 * @param {number} time
 */
function around({ page, tab, site }, time) {
  const itsSite = notes.verdict(page) ? site : widestSite(site);
  return { site: itsSite, actions: notes.actions(page), leaving: leaving.isSoNear(tab, time), rules: notes.rules(page) };
}

/** @param {OpenPage} page a document took the place of another */
function pageOpened(page) {
  requests.opened(page);
  unchecked.opened(page);
  if (rules.stopIn(page.tab)) visits.opened(page.tab, hostOf(page.url));
  fromStart.opened(page.tab, hostOf(page.url));
  // A page that comes back, or was got ready ahead of time, has told of its forms already: under another name, or to nobody.
  if (!page.fromStart) toPage(page.page, { kind: 'describe' });
}

function showLink() {
  toolbar.showLink(link.state, mode, allowed.now, standing);
}

function showAll() {
  showLink();
  toEveryTab({ kind: 'link', ...linked() });
  for (const page of pages.all()) showPage(page);
}

/** @param {OpenPage} page */
function showPage(page) {
  const { companies = [], paused = false } = notes.verdict(page.page) ?? {};
  const here = { companies: companies.length, paused, unchecked: unchecked.isSaidOn(page) };
  toolbar.showPage(page.tab, { up: link.up, mode, allowed: allowed.now, ...standing, ...here });
}

/**
 * A form that went without the companies has left, or has not within 10 s: then they are let through again. Where that cannot be seen,
 * they stay left out, and nothing is said.
 * @param {number} tab
 * @param {string} submission
 * @param {boolean | null} left
 */
async function departed(tab, submission, left) {
  const page = pages.of(tab);
  if (left === false) await visits.end(tab);
  if (!page || left === null) return;
  queue.add({ type: 'departed', submission, page: page.page, left });
  flush();
  if (!left && !link.up) toTop(tab, { kind: 'line', text: chrome.i18n.getMessage('line_nothing_left') });
}

async function reportFront() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const page = tab?.id === undefined ? undefined : pages.of(tab.id);
  queue.add({ type: 'front', ...(page ? { page: page.page } : {}) });
  flushSoon();
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  // No page and no other extension can reach us here; should a browser let them, they are not heard.
  if (sender.id !== chrome.runtime.id) return undefined;
  const ours = sender.url?.startsWith(chrome.runtime.getURL(''));
  inTurn(async () => {
    let answer;
    try {
      const page = ours ? undefined : pageOf(sender);
      answer = await (ours ? fromOurPages[message.kind]?.(message) : page && fromTab[message.kind]?.(message, page, sender.frameId ?? 0));
    } finally {
      respond(answer ?? null);
    }
  });
  return true;
});

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === 'ask_top') askTop(port);
  else if (port.name === 'ask_outside') askWindows.ask(port);
});
chrome.windows.onRemoved.addListener((window) => askWindows.closed(window));
listenToRequests(requests, inTurn);
setUps.listen(inTurn);
allowed.listen(inTurn);
const navigating = { pages, rules, visits, departures, leaving, fromStart, privacy, showPage, reportFront, mayLook: () => allowed.now };
listenToNavigations(navigating, inTurn);

listenToInstall(link, ready);
chrome.runtime.onStartup.addListener(() => inTurn(() => void link.connect()));
chrome.alarms.onAlarm.addListener(() => inTurn(() => void link.connect()));
void chrome.alarms.create('connect', { periodInMinutes: 0.5 });
setInterval(() => void chrome.runtime.getPlatformInfo(), ALIVE_MS);
