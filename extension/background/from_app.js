/**
 * What the app asks for or tells, by the message's type.
 *
 * @typedef {import('../common/messages.js').Instruction} Instruction
 * @typedef {import('../common/messages.js').Verdict} Verdict
 */

import { forTab } from './from_tab.js';
import { toBase64 } from './handshake.js';

/**
 * @param {{pages: import('./pages.js').Pages, queue: import('./queue.js').Queue, bodies: import('./bodies.js').Bodies,
 *   notes: import('./page_notes.js').PageNotes, rules: import('./rules.js').Rules,
 *   whileAsked: Pick<import('./while_asked.js').WhileAsked, 'learned'>,
 *   unacknowledged: import('./submissions.js').Unacknowledged, flush: () => void, now: () => number,
 *   words: import('./page_words.js').PageWords,
 *   stands: (standing: {keeping: import('../common/messages.js').Keeping, kept: import('../common/messages.js').Kept, inWindow: boolean})
 *     => void,
 *   fromStart: Pick<import('./from_start.js').FromStart, 'follow'>,
 *   toPage: (page: string, message: import('../common/messages.js').ToTab) => void,
 *   showPage: (page: import('./pages.js').OpenPage) => void}} world
 * @returns {(instruction: Instruction) => void} a type that is not known is passed over
 */
export function followerOf(world) {
  const { pages, queue, bodies, notes, rules, whileAsked, unacknowledged, words, fromStart } = world;
  const { flush, now, toPage, showPage, stands } = world;
  /** @type {Record<string, (instruction: any) => void>} */
  const handlers = {
    verdict(/** @type {Verdict} */ verdict) {
      const page = pages.named(verdict.page);
      if (!page) return;
      pages.learnSite(page, verdict.site ?? '');
      notes.learn(verdict);
      if (verdict.left_out && rules.stopIn(page.tab)) rules.leaveOut(page.tab, verdict.rules ?? []).catch(() => undefined);
      whileAsked.learned(page.tab);
      toPage(page.page, { kind: 'verdict', verdict: /** @type {Verdict} */ (forTab(verdict)) });
      showPage(page);
    },

    body_wanted({ request, page }) {
      const body = bodies.take(request, now());
      // Looked at again: where a form goes may have been learnt after its request was seen.
      if (!body || notes.actions(page).has(body.place)) return;
      const { form, raw, kind } = body;
      queue.add({ type: 'body', request, page, ...(form && { form }), ...(raw && { raw: toBase64(raw) }), ...(kind && { kind }) });
      flush();
    },

    choice_made: ({ submission, page, choice }) => toPage(page, { kind: 'choice_made', submission, choice }),

    submission_seen: ({ submission }) => unacknowledged.acknowledged(submission),

    departed_words: ({ page, text }) => toPage(page, { kind: 'line', text }),

    page_words: (said) => words.heard(said),

    erased: (done) => words.heard(done),

    standing({ keeping, kept = 'none', from_the_start, in_window: inWindow = false }) {
      stands({ keeping, kept, inWindow });
      void fromStart.follow(from_the_start ?? undefined).catch(() => undefined);
    },
  };
  return (instruction) => handlers[instruction.type]?.(instruction);
}
