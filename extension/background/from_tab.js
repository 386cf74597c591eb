/**
 * What a page's content scripts say, by kind; what a handler returns goes back to them.
 *
 * @typedef {import('./pages.js').OpenPage} OpenPage
 * @typedef {import('../common/messages.js').FromTab} Message
 */

import { hostOf, withoutQueryValues } from './address.js';

/** @type {ReadonlySet<unknown>} */
const CONSENTS = new Set(['before_choice', 'refused', 'accepted']);
const AGAIN = /^(?:change|remove|edit|delete|amend|newid|dileu|golygu)\b/i;
const CONTACT = /\S@\S+\.|\d(?:[\s().-]?\d){6}/;

/**
 * @param {{pages: import('./pages.js').Pages, queue: import('./queue.js').Queue, notes: import('./page_notes.js').PageNotes,
 *   rules: import('./rules.js').Rules, departures: import('./departures.js').Departures, visits: import('./visits.js').Visits,
 *   leaving: import('./leaving.js').Leaving, now: () => number, unacknowledged: import('./submissions.js').Unacknowledged,
 *   typed: import('./typed.js').TypedValues, wentUnchecked: (page: OpenPage) => void,
 *   whileAsked: Pick<import('./while_asked.js').WhileAsked, 'began' | 'answered' | 'learned'>,
 *   takenBack: (tab: number, submission: string, stays: boolean) => void,
 *   linkDecided: () => Promise<import('../common/messages.js').Linked>, flush: () => void, flushSoon: () => void,
 *   toTop: (tab: number, message: import('../common/messages.js').ToTab) => void}} world
 * @returns {Record<string, (message: any, page: OpenPage, frame: number) => unknown>} `frame`: which of the page's frames says it
 */
export function handlersFor(world) {
  const { pages, queue, notes, rules, departures, visits, leaving, now, unacknowledged, typed, wentUnchecked, takenBack } = world;
  const { whileAsked, linkDecided, flush, flushSoon, toTop } = world;
  /** Submissions that go without the companies, or are to. @type {Set<string>} */
  const without = new Set();
  return {
    async form({ form, descriptor, actions }, page) {
      notes.addActions(page.page, actions);
      descriptor.form.action = withoutQueryValues(descriptor.form.action);
      descriptor.page_url = withoutQueryValues(descriptor.page_url);
      if (page.byForm) withoutWhatWasTyped(descriptor);
      queue.add({ type: 'form', page: page.page, form, descriptor });
      const linked = await linkDecided();
      flush();
      return { ...linked, verdict: forTab(notes.verdict(page.page)) };
    },

    form_gone({ form }, page) {
      queue.add({ type: 'form_gone', page: page.page, form });
      flushSoon();
    },

    going({ actions }, page) {
      leaving.note(page.tab, now());
      notes.addActions(page.page, actions);
    },

    pressed({ words: said }, page) {
      const words = page.byForm ? withoutContact(AGAIN.exec(said)?.[0] ?? said) : said;
      if (!words) return;
      queue.add({ type: 'pressed', page: page.page, words });
      flushSoon();
    },

    consent({ consent, time }, page) {
      if (!CONSENTS.has(consent) || !Number.isFinite(time)) return;
      queue.add({ type: 'consent', page: page.page, consent, time });
      flushSoon();
    },

    typing: ({ typing }, page, frame) => typed.typing(page.page, frame, typing),

    typed: (found, page) => typed.found(found, page),

    title: ({ title }, page) => pages.titled(page.tab, page.byForm ? withoutContact(title) : title),

    submission({ submission, form, held, time, unchecked = false }, page, frame) {
      const submitted = { type: /** @type {const} */ ('submission'), submission, page: page.page, form, held, time };
      if (held) {
        notes.asked(page.page);
        whileAsked.began({ submission, page: page.page, tab: page.tab, frame });
      } else {
        leaving.note(page.tab, now());
        typed.sent(page.page);
        if (unchecked) wentUnchecked(page);
      }
      // The app would pass it over. It must not wait either, for one that knows nothing of the pause.
      if (!held && notes.verdict(page.page)?.paused) return;
      unacknowledged.add(submitted, pages.opening(page, page.fromStart));
      queue.add(submitted);
      flush();
    },

    async choice({ submission, choice, action }, page) {
      if (choice !== 'without_companies' && without.delete(submission)) takenBack(page.tab, submission, choice === 'not_now');
      const ready = choice !== 'without_companies' || (await leaveOut(submission, action, page));
      if (ready) {
        leaving.note(page.tab, now());
        if (choice !== 'not_now') typed.sent(page.page);
        whileAsked.answered(submission, choice);
        unacknowledged.answered(submission, choice);
        notes.answered(page.page);
        queue.add({ type: 'choice', submission, page: page.page, choice });
        flush();
      }
      return { ready };
    },

    /** A frame inside the page cannot always send the whole tab away; the page itself can. */
    leave: (_message, page) => toTop(page.tab, { kind: 'leave' }),
  };

  /**
   * @param {string} submission
   * @param {string} action
   * @param {OpenPage} page
   * @returns {Promise<boolean>} whether the companies are left out from now on
   */
  async function leaveOut(submission, action, page) {
    const list = notes.rules(page.page);
    without.add(submission);
    try {
      if (!list.length || !(await rules.leaveOut(page.tab, list))) throw new Error('nothing to leave out');
    } catch {
      without.delete(submission);
      await visits.end(page.tab);
      // The card is still up.
      whileAsked.learned(page.tab);
      return false;
    }
    // Meanwhile the person has said something else.
    if (!without.has(submission)) return false;
    visits.begin(page.tab, [page.site, hostOf(action)]);
    departures.watch({ submission, tab: page.tab, action, site: page.site });
    return true;
  }
}

/**
 * A page that a form led to may repeat the answers anywhere around its own form: then only its first heading stays.
 * @param {import('../common/messages.js').FormDescriptor} descriptor
 */
function withoutWhatWasTyped(descriptor) {
  const { form } = descriptor;
  const bare = (/** @type {string[]} */ texts) => texts.map(withoutContact).filter(Boolean);
  descriptor.text_near = '';
  descriptor.headings = bare(descriptor.headings.slice(0, 1));
  descriptor.title = withoutContact(descriptor.title);
  form.legends = bare(form.legends);
  // "Remove Anna" says whom.
  form.buttons = bare(form.buttons).map((button) => AGAIN.exec(button)?.[0] ?? button);
  for (const field of form.fields) {
    field.label = withoutContact(field.label);
    field.options = bare(field.options);
  }
}

/** '' where it holds somebody's e-mail address, telephone or other number. @param {string} text */
const withoutContact = (text) => (CONTACT.test(text) ? '' : text);

/**
 * A verdict as a page's content scripts need it: the rules stay here.
 * @param {import('../common/messages.js').Verdict | undefined} verdict
 */
export function forTab(verdict) {
  if (!verdict) return undefined;
  const { rules: _, ...words } = verdict;
  return words;
}
