/**
 * The background, put together: browser events go into the pages and the queue, the queue goes over the link, what the app answers goes to
 * the tabs. It may be stopped at any moment: what must outlive that is in `storage.session`.
 *
 * @typedef {import('../common/messages.js').Instruction} Instruction
 * @typedef {import('../common/messages.js').Verdict} Verdict
 * @typedef {import('../common/messages.js').FromTab} FromTab
 * @typedef {import('../common/messages.js').ToTab} ToTab
 */

import { hostOf, placeOf, sameSite, withoutQueryValues } from './address.js';
import { Bodies } from './bodies.js';
import { toBase64 } from './handshake.js';
import { Link } from './link.js';
import { Pages } from './pages.js';
import { Queue } from './queue.js';
import { Requests } from './requests.js';
import { Rules } from './rules.js';
import { Departures, Unacknowledged } from './submissions.js';
import { showLink, showPage } from './toolbar.js';

const FLUSH_MS = 20;
const ALIVE_MS = 20_000;
const RETRY_MS = 3000;

/** Tabs of private windows: requests do not say so themselves. A tab that is not known counts as private. @type {Map<number, boolean>} */
const privacy = new Map();
/** The newest verdict on each page. @type {Map<string, Verdict>} */
const verdicts = new Map();
/** Where the forms of a page go. @type {Map<string, Map<string, string>>} */
const actions = new Map();
/** @type {string} the app's run that has been told of the pages */
let run = '';
/** @type {'desktop' | 'serve'} */
let mode = 'desktop';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let flushing;

const newName = () => crypto.randomUUID();
const now = () => Date.now();
const save = (/** @type {Record<string, unknown>} */ items) => void chrome.storage.session.set(items);

const queue = new Queue();
const bodies = new Bodies();
const rules = new Rules();
const unacknowledged = new Unacknowledged((waiting) => save({ waiting }));
const pages = new Pages({
  emit(observation) {
    queue.add(observation);
    if (observation.type === 'page_closed') forget(observation.page);
    flushSoon();
  },
  changed: () => save({ pages: pages.all() }),
  isPrivate: (tab) => privacy.get(tab) ?? true,
  newName,
  now,
});
const departures = new Departures(departed);
const requests = new Requests({
  pages,
  queue,
  bodies,
  actionsOf: (page) => new Set(actions.get(page)?.values()),
  weStopIn: (tab) => rules.stopIn(tab),
  queued: flushSoon,
  wentOut: (request) => departures.wentOut(request),
  newName,
  now,
});
const link = new Link({ hello, welcomed, instructed, changed: linkChanged });

const ready = wake();

/** Everything waits its turn until the background knows again what it knew. @param {() => void} handle */
function inTurn(handle) {
  if (awake) handle();
  else void ready.then(handle);
}
let awake = false;

async function wake() {
  const [stored, tabs] = await Promise.all([chrome.storage.session.get({ pages: [], waiting: [], run: '' }), chrome.tabs.query({}), rules.restore()]);
  for (const tab of tabs) if (tab.id !== undefined) privacy.set(tab.id, tab.incognito);
  const open = new Set(tabs.map((tab) => tab.id));
  pages.restore(/** @type {import('./pages.js').OpenPage[]} */ (stored['pages']).filter((page) => open.has(page.tab)));
  unacknowledged.restore(/** @type {any[]} */ (stored['waiting']));
  run = String(stored['run']);
  for (const tab of tabs) if (tab.id !== undefined) pages.found(tab.id, tab.url ?? '');
  awake = true;
  showLink(link.state, mode);
  void link.connect();
  void reportFront();
}

/** @param {string} page */
function forget(page) {
  verdicts.delete(page);
  actions.delete(page);
}

function flushSoon() {
  flushing ??= setTimeout(flush, FLUSH_MS);
}

function flush() {
  clearTimeout(flushing);
  flushing = undefined;
  if (!link.up) {
    if (link.state === 'away') void link.connect();
    return;
  }
  for (const observation of queue.take()) link.send(observation);
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

/** @param {Extract<Instruction, {type: 'welcome'}>} welcome */
function welcomed(welcome) {
  mode = welcome.mode;
  if (welcome.run !== run) {
    const unreported = queue.waitingPages();
    for (const page of pages.all()) if (!unreported.has(page.page)) link.send(pages.opening(page, false));
    run = welcome.run;
    save({ run });
    void toEveryTab({ kind: 'describe' });
  }
  for (const submission of unacknowledged.all()) queue.add(submission);
  flush();
}

/** @param {import('./link.js').LinkState} state */
function linkChanged(state) {
  if (state === 'connecting') return;
  showLink(state, mode);
  for (const { page, tab } of pages.all()) showPage(tab, verdicts.get(page)?.companies?.length ?? 0, link.up);
  void toEveryTab({ kind: 'link', linked: link.up });
  if (state === 'away') setTimeout(() => void link.connect(), RETRY_MS);
}

/** What the app asks for or tells, by the message's type. @type {Record<string, (instruction: any) => void>} */
const instructions = {
  verdict: takeVerdict,
  body_wanted: sendBody,
  choice_made({ submission, page, choice }) {
    toPage(page, { kind: 'choice_made', submission, choice });
  },
  submission_seen: ({ submission }) => unacknowledged.acknowledged(submission),
  outcome_words: ({ page, text }) => toPage(page, { kind: 'line', text }),
};

/** @param {Instruction} instruction */
function instructed(instruction) {
  instructions[instruction.type]?.(instruction);
}

/** @param {Verdict} verdict */
function takeVerdict(verdict) {
  const page = pages.named(verdict.page);
  if (!page) return;
  verdicts.set(verdict.page, verdict);
  const { rules: ruleList = [], ...words } = verdict;
  if (verdict.left_out && rules.stopIn(page.tab)) void rules.leaveOut(page.tab, ruleList);
  toPage(verdict.page, { kind: 'verdict', verdict: words });
  showPage(page.tab, verdict.companies?.length ?? 0, link.up);
}

/** @param {{request: string, page: string}} wanted */
function sendBody({ request, page }) {
  const body = bodies.take(request, now());
  if (!body) return;
  queue.add({ type: 'body', request, page, ...(body.form ? { form: body.form } : {}), ...(body.raw ? { raw: toBase64(body.raw) } : {}) });
  flush();
}

/**
 * @param {string} name
 * @param {ToTab} message
 */
function toPage(name, message) {
  const page = pages.named(name);
  if (page) chrome.tabs.sendMessage(page.tab, message).catch(() => undefined);
}

/** @param {ToTab} message */
async function toEveryTab(message) {
  for (const { tab } of pages.all()) chrome.tabs.sendMessage(tab, message).catch(() => undefined);
}

/** What a page's content scripts say, by kind: the answer goes back to them. @type {Record<string, (message: any, page: import('./pages.js').OpenPage) => unknown>} */
const fromTab = {
  async form({ form, descriptor }, page) {
    const action = descriptor.form.action;
    if (!actions.has(page.page)) actions.set(page.page, new Map());
    actions.get(page.page)?.set(form, placeOf(action));
    descriptor.form.action = withoutQueryValues(action);
    descriptor.page_url = withoutQueryValues(descriptor.page_url);
    queue.add({ type: 'form', page: page.page, form, descriptor });
    if (link.state === 'away') void link.connect();
    await link.settled;
    flush();
    return { linked: link.up, verdict: verdicts.get(page.page) };
  },
  form_gone({ form }, page) {
    actions.get(page.page)?.delete(form);
    queue.add({ type: 'form_gone', page: page.page, form });
    flushSoon();
  },
  submission({ submission, form, held, time }, page) {
    const submitted = { type: /** @type {const} */ ('submission'), submission, page: page.page, form, held, time };
    unacknowledged.add(submitted);
    queue.add(submitted);
    flush();
  },
  async choice({ submission, choice, action }, page) {
    const answer = choice === 'without_companies' ? await leaveOut(submission, action, page) : { ready: true };
    if (answer.ready) {
      queue.add({ type: 'choice', submission, page: page.page, choice });
      flush();
    }
    return answer;
  },
};

/**
 * @param {string} submission
 * @param {string} action
 * @param {import('./pages.js').OpenPage} page
 */
async function leaveOut(submission, action, page) {
  const verdict = verdicts.get(page.page);
  try {
    await rules.leaveOut(page.tab, verdict?.rules ?? []);
  } catch {
    await rules.lift(page.tab).catch(() => undefined);
    return { ready: false };
  }
  departures.watch({ submission, tab: page.tab, action, site: verdict?.site ?? '' });
  return { ready: true };
}

/**
 * A form that went without the companies has left, or has not within 10 s: then they are let through again.
 * @param {number} tab
 * @param {string} submission
 * @param {boolean} left
 */
async function departed(tab, submission, left) {
  const page = pages.of(tab);
  if (!left) await rules.lift(tab);
  if (!page) return;
  queue.add({ type: 'outcome', submission, page: page.page, left });
  flush();
}

async function reportFront() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const page = tab?.id === undefined ? undefined : pages.of(tab.id);
  queue.add({ type: 'front', ...(page ? { page: page.page } : {}) });
  flushSoon();
}

/** Our own pages: popup and options. @type {Record<string, (message: any) => unknown>} */
const fromOurPages = {
  async status({ tab }) {
    const page = tab === undefined ? undefined : pages.of(tab);
    const verdict = page && verdicts.get(page.page);
    return { state: link.state, mode, companies: verdict?.companies ?? [], hasPage: Boolean(page) };
  },
  async pair({ code, port }) {
    return { result: await link.pair(code, port) };
  },
  async connect() {
    await link.connect();
    return { state: link.state };
  },
};

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const ours = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(''));
  inTurn(async () => {
    const page = ours || sender.tab?.id === undefined ? undefined : pages.of(sender.tab.id);
    const answer = ours ? fromOurPages[message.kind]?.(message) : page && fromTab[message.kind]?.(message, page);
    respond((await answer) ?? null);
  });
  return true;
});

requests.listen(inTurn);
chrome.webNavigation.onCommitted.addListener((details) =>
  inTurn(() => {
    if (details.frameId !== 0) return;
    const { tabId, url } = details;
    const before = pages.of(tabId)?.url ?? '';
    pages.committed({ tabId, url, documentId: /** @type {any} */ (details).documentId });
    if (rules.stopIn(tabId) && !sameSite(hostOf(before), hostOf(url))) void rules.lift(tabId);
    void reportFront();
  }),
);
chrome.webNavigation.onErrorOccurred.addListener((details) => inTurn(() => details.frameId === 0 && pages.failed(details.tabId)));
chrome.webNavigation.onHistoryStateUpdated.addListener((details) => inTurn(() => details.frameId === 0 && pages.moved(details.tabId, details.url)));
chrome.tabs.onCreated.addListener((tab) => inTurn(() => tab.id !== undefined && privacy.set(tab.id, tab.incognito)));
chrome.tabs.onUpdated.addListener((tabId, change) => inTurn(() => change.title !== undefined && pages.titled(tabId, change.title)));
chrome.tabs.onRemoved.addListener((tabId) =>
  inTurn(() => {
    pages.closed(tabId);
    privacy.delete(tabId);
    void rules.lift(tabId);
  }),
);
chrome.tabs.onActivated.addListener(() => inTurn(() => void reportFront()));
chrome.windows.onFocusChanged.addListener((windowId) => inTurn(() => windowId !== chrome.windows.WINDOW_ID_NONE && void reportFront()));

/** `make run` puts a code beside the extension, so that the trial profile is paired when it opens. */
chrome.runtime.onInstalled.addListener(async () => {
  await ready;
  const seed = await fetch(chrome.runtime.getURL('pairing.json')).then(
    (answer) => answer.json(),
    () => null,
  );
  if (seed) await link.pair(seed.code, seed.port);
  else void link.connect();
});
chrome.runtime.onStartup.addListener(() => void link.connect());
chrome.alarms.onAlarm.addListener(() => void link.connect());
void chrome.alarms.create('connect', { periodInMinutes: 0.5 });
setInterval(() => void chrome.runtime.getPlatformInfo(), ALIVE_MS);
