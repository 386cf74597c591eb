/**
 * What the popup shows, from what the background knows and what the app says of the page. Pure.
 *
 * @typedef {{state: string, mode: string, keeping: string, companies: string[], page: string, isPrivate: boolean, judged: boolean,
 *   paused: boolean, allowed: boolean, fromStart?: {companies: number, lifted: boolean} | null, leftOut?: boolean}} Status
 *   `page`: the page's name, '' where the tab shows no website; `allowed`: we may look at some; `fromStart`: of how many companies we have
 *   left out here from the start, and whether the person lets them in; `leftOut`: they chose to go on without companies here
 * @typedef {import('../background/page_words.js').Words} Words
 * @typedef {{heading: string, calm: boolean, told: string[], more: string, answer: string, correct: string, keeping: string,
 *   start: string, letIn: string, pause: string, canAllow: boolean, canConnect: boolean, canOpen: boolean, serve: boolean}} Shown
 *   `calm`: the heading is a sentence to be read quietly; `answer`: to whether the form is personal, '' where that is no question;
 *   `correct`, `letIn`, `pause`: what their buttons say; `start`: who is left out from the start
 */

import { word } from '../common/words.js';

/** Heading and explanation by the link's state. @type {Record<string, [string, string]>} */
const AWAY = {
  away: ['popup_away', 'popup_away_more'],
  connecting: ['popup_looking', ''],
  not_paired: ['popup_not_paired', 'popup_not_paired_more'],
  removed: ['popup_away', 'link_removed'],
  not_known: ['popup_away', 'link_not_known'],
  update_app: ['popup_away', 'link_update_app'],
  update_extension: ['popup_away', 'popup_update_extension'],
};
const TO_CONNECT = new Set(['not_paired', 'removed', 'not_known']);
const KEEPING = /** @type {Record<string, string>} */ ({ forget_soon: 'popup_forget_soon', until_close: 'popup_until_close' });

const said = (/** @type {string | undefined} */ name) => (name ? word(name) : '');

/**
 * @param {Status} status
 * @param {Words | null | undefined} words undefined while they are on their way, null where none came
 * @returns {Shown}
 */
export function shown(status, words) {
  const { state, mode, page, allowed } = status;
  const noWords = { told: [], more: '', answer: '', correct: '', keeping: '', pause: '' };
  const nothing = { ...noWords, ...ofStart(status), calm: false, canAllow: false, canConnect: false, canOpen: false, serve: false };
  if (!allowed) {
    const heading = word('popup_away');
    return { ...nothing, heading, more: word('popup_not_allowed'), canAllow: true, canConnect: TO_CONNECT.has(state) };
  }
  if (state !== 'up') {
    const [heading, more] = AWAY[state] ?? ['popup_away', 'popup_away_more'];
    return { ...nothing, heading: word(heading), more: said(more), canConnect: TO_CONNECT.has(state) };
  }
  const paused = words?.paused ?? status.paused;
  return {
    ...nothing,
    ...(words ? fromApp(words) : fromHere(status, words === null)),
    ...(words && !paused && ofForm(words)),
    keeping: said(status.isPrivate ? 'popup_private' : KEEPING[status.keeping]),
    pause: page ? word(paused ? 'popup_look_again' : 'popup_pause') : '',
    canOpen: mode === 'desktop',
    serve: mode === 'serve',
  };
}

/** Who is left out here: it holds without the app as well. @param {Status} status */
function ofStart({ fromStart, leftOut }) {
  if (leftOut) return { start: word('popup_left_out'), letIn: word('popup_let_in') };
  if (!fromStart) return { start: '', letIn: '' };
  const [start, letIn] = fromStart.lifted ? ['popup_start_let_in', 'popup_leave_out'] : ['popup_start', 'popup_let_in'];
  return { start: word(start, [String(fromStart.companies)]), letIn: word(letIn) };
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

/** @param {Words} words */
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
 */
function fromHere({ page, companies, judged, paused }, nothingCame) {
  if (!page) return { heading: word('popup_no_page') };
  if (paused) return { heading: word('popup_paused') };
  if (companies.length) return { heading: word('popup_companies'), told: companies };
  return { heading: word('popup_checked'), more: judged && nothingCame ? word('popup_none') : '' };
}
