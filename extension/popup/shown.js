/**
 * What the popup shows, from what the background knows and what the app says of the page. Pure.
 *
 * @typedef {import('../common/messages.js').Kept} Kept
 * @typedef {{state: string, mode: string, keeping: string, kept: Kept, companies: string[], page: string, isPrivate: boolean,
 *   judged: boolean, paused: boolean, unkept: boolean, allowed: boolean, fromStart?: {companies: number, lifted: boolean} | null,
 *   leftOut?: boolean}} Status
 *   `page`: the page's name, '' where the tab shows no website; `allowed`: we may look at some; `fromStart`: of how many companies we have
 *   left out here from the start, and whether the person lets them in; `leftOut`: they chose to go on without companies here
 * @typedef {import('../background/page_words.js').Words} Words
 * @typedef {'' | 'asked' | 'under_way' | 'done' | 'not_done'} Erasing how far the person is with erasing everything
 * @typedef {{calm: boolean, told: string[], texts: Record<string, string>, there: Record<string, boolean>}} Shown
 *   `calm`: the heading is a sentence to be read quietly; `texts`: what is said, and what buttons say, by the part's id: one without words
 *   is not there. `answer`: to whether the form is personal; `start`: who is left out from the start; `first`: not to keep this visit, or,
 *   once `second` has asked whether to, to erase everything. `there`: of parts that always say the same, which are there
 */

import { keptSentence } from '../common/kept.js';
import { word } from '../common/words.js';

/** Heading and explanation by the link's state. @type {Record<string, [string, string]>} */
const AWAY = {
  away: ['popup_away', 'popup_away_more'],
  connecting: ['popup_looking', ''],
  not_paired: ['popup_not_paired', 'popup_not_paired_more'],
  removed: ['popup_away', 'link_removed'],
  not_known: ['popup_away', 'link_not_known'],
  update_app: ['popup_away', 'link_update_app'],
  update_extension: ['popup_away', 'link_update_extension'],
};
const TO_CONNECT = new Set(['not_paired', 'removed', 'not_known']);
const KEEPING = /** @type {Record<string, string>} */ ({ forget_soon: 'popup_forget_soon', until_close: 'popup_until_close' });
const NO_TEXTS = {
  heading: '', more: '', answer: '', correct: '', keeping: '', first: '', second: '', start: '', 'let-in': '', pause: '',
};

const said = (/** @type {string | undefined} */ name) => (name ? word(name) : '');

/**
 * @param {Status} status
 * @param {Words | null | undefined} words undefined while they are on their way, null where none came
 * @param {Erasing} [erasing]
 * @returns {Shown}
 */
export function shown(status, words, erasing = '') {
  const { state, mode, page, allowed } = status;
  const up = state === 'up';
  const ofStart = startOf(status);
  const connect = TO_CONNECT.has(state) && !up;
  const show = (/** @type {Record<string, string>} */ texts, /** @type {Partial<Shown>} */ more, /** @type {Shown['there']} */ there) => ({
    calm: false,
    told: [],
    ...more,
    texts: { ...NO_TEXTS, ...ofStart, ...texts },
    there: { allow: !allowed, connect, open: false, serve: false, form: Boolean(texts['answer']), ...there },
  });
  if (!allowed) {
    const kept = up ? ofKept({ ...status, page: '' }, words, erasing) : {};
    return show({ heading: word('popup_away'), more: word('popup_not_allowed'), ...kept }, {}, {});
  }
  if (!up) {
    const [heading, more] = AWAY[state] ?? ['popup_away', 'popup_away_more'];
    return show({ heading: word(heading), more: said(more) }, {}, {});
  }
  const paused = words?.paused ?? status.paused;
  const { told = [], calm = false, ...texts } = words ? fromApp(words) : fromHere(status, words === null);
  const pause = page ? word(paused ? 'popup_look_again' : 'popup_pause') : '';
  const ofTheForm = words && !paused ? ofForm(words) : {};
  const there = { open: mode === 'desktop', serve: mode === 'serve' };
  return show({ ...texts, ...ofTheForm, ...ofKept(status, words, erasing), pause }, { told, calm }, there);
}

/** Who is left out here: it holds without the app as well. @param {Status} status */
function startOf({ fromStart, leftOut }) {
  if (leftOut) return { start: word('popup_left_out'), 'let-in': word('popup_let_in') };
  if (!fromStart) return {};
  const [start, letIn] = fromStart.lifted ? ['popup_start_let_in', 'popup_leave_out'] : ['popup_start', 'popup_let_in'];
  return { start: word(start, [String(fromStart.companies)]), 'let-in': word(letIn) };
}

/** @type {Record<Erasing, string>} */
const ERASING = { '': '', asked: 'popup_erase_sure', under_way: 'popup_erase_sure', done: 'popup_erased', not_done: 'popup_not_erased' };

/**
 * How long pages are remembered; and where they are kept on disk, that, always, and what may be done about it without a passphrase.
 * @param {Status} status
 * @param {Words | null | undefined} words
 * @param {Erasing} erasing
 */
function ofKept({ kept, keeping, page, isPrivate, unkept, allowed }, words, erasing) {
  if (erasing) {
    const isAsked = erasing === 'asked';
    return { keeping: word(ERASING[erasing]), first: isAsked ? word('popup_erase') : '', second: isAsked ? word('card_not_now') : '' };
  }
  const isUnkept = words?.unkept ?? unkept;
  const sentence = keptSentence({ kept, keeping });
  const ofThis = isPrivate ? 'popup_private' : isUnkept ? 'popup_unkept' : sentence || !allowed ? '' : KEEPING[keeping];
  return {
    keeping: [sentence, ofThis].map(said).join(' ').trim(),
    first: sentence && page && !isPrivate && !isUnkept ? word('popup_dont_keep') : '',
    second: sentence && word('popup_erase'),
  };
}

/** The button offers the opposite of what holds. @type {Record<string, [string, string]>} */
const OF_FORM = {
  sensitive: ['popup_form_sensitive', 'popup_say_never'],
  possibly: ['popup_form_possibly', 'popup_say_always'],
  no: ['popup_form_no', 'popup_say_always'],
  never: ['popup_said_never', 'popup_take_back'],
  always: ['popup_said_always', 'popup_take_back'],
};

/** Is the form personal? What the person has said comes before what we think; without a form it is no question. @param {Words} words */
function ofForm({ form, asks = 'usual' }) {
  const [answer, correct] = (form && OF_FORM[asks === 'usual' ? form : asks]) || [];
  return { answer: said(answer), correct: said(correct) };
}

/**
 * What the button says of the form: that it is sensitive, that it is not, or nothing any more.
 * @param {Words} words
 * @returns {boolean | undefined}
 */
export const wanted = ({ form, asks = 'usual' }) => (asks === 'usual' ? form !== 'sensitive' : undefined);

/** @typedef {{heading: string, more?: string, told?: string[], calm?: boolean}} OfPage */

/** @param {Words} words @returns {OfPage} */
const fromApp = ({ headline, told = [], not_seen = '', paused = false }) => ({
  heading: headline,
  calm: !told.length && !paused,
  told,
  more: not_seen,
});

/**
 * Only the names of companies are known here. That there are none is said when no word has come.
 * @param {Status} status
 * @param {boolean} nothingCame
 * @returns {OfPage}
 */
function fromHere({ page, companies, judged, paused }, nothingCame) {
  if (!page) return { heading: word('popup_no_page') };
  if (paused) return { heading: word('popup_paused') };
  if (companies.length) return { heading: word('popup_companies'), told: companies };
  return { heading: word('popup_checked'), more: judged && nothingCame ? word('popup_none') : '' };
}
