/**
 * The app's rules for pages where people report something or ask for help, in the browser's words. Pure.
 *
 * @typedef {import('../common/messages.js').FromTheStart} FromTheStart
 */

import { PRIORITY, conditionOf } from './rules.js';

/**
 * Each rule holds for what a listed page asks for, and a frame or a service worker of it; where the browser knows the page around a frame,
 * also for what others' frames in a listed page ask for.
 * @param {FromTheStart} wanted
 * @param {boolean} knowsTop
 * @returns {chrome.declarativeNetRequest.Rule[]}
 */
export function startRules({ hosts, rules }, knowsTop) {
  const places = [{ initiatorDomains: hosts }, ...(knowsTop ? [{ topDomains: hosts }] : [])];
  const all = places.flatMap((place) =>
    rules.filter((rule) => !rule.allow).map((rule) => ({ action: { type: 'block' }, condition: { ...conditionOf(rule), ...place } })),
  );
  return /** @type {any} */ (all.map((rule, index) => ({ id: index + 1, priority: PRIORITY.fromStart, ...rule })));
}
