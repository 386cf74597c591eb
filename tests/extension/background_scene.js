/** The scene of the tests of the background as a whole: a browser and an app with it in between, anew for every test. */

import { beforeEach } from 'node:test';
import { PORT, secretOfCode } from './fake_app.js';
import { FakeBrowser } from './fake_browser.js';
import { until } from './waiting.js';

/** @type {FakeBrowser} */
export let browser;
/** @type {FakeBrowser['app']} */
export let app;
export const CODE = 'ABCDE-FGHIJ-KLMNO-PQRST';
export const URL_ = 'https://www.example.org/report?step=2';
export const DESCRIPTOR = {
  page_url: URL_,
  title: 'Report',
  headings: [],
  form: { action: 'https://www.example.org/send?told=zq01', method: 'get', fields: [], legends: [], buttons: [] },
  text_near: '',
  language: 'en',
};
export const FORM = { kind: 'form', form: 'f1', descriptor: DESCRIPTOR, actions: ['https://www.example.org/send?told=zq01'] };
export const SUBMISSION = { kind: 'submission', submission: 's1', form: 'f1', held: true, time: 5 };
export const ANSWERS = { formData: { t: ['zq01'] } };
export const CHOICE = { kind: 'choice', submission: 's1', choice: 'without_companies', action: 'https://www.example.org/send' };

beforeEach(async () => {
  browser = new FakeBrowser();
  app = browser.app;
  await browser.start();
});
/** @param {Record<string, unknown>} [more] @returns {any} */
export const verdict = (more) => ({
  type: 'verdict',
  page: app.all('page').at(-1).page,
  level: 'warning',
  forms: [{ form: 'f1', level: 'warning', form_level: 'sensitive' }],
  companies: ['Meta (Facebook)'],
  site: 'example.org',
  rules: [{ domains: ['t.example'] }],
  words: { told: ['x'] },
  ...more,
});
export const requests = () => app.all('requests').flatMap((batch) => batch.requests);
export const toTab = (/** @type {string} */ kind) => browser.toTabs.filter(([, message]) => message.kind === kind);

/** A page with a form, and the app's verdict on it. */
export async function openPage() {
  await until(() => browser.badges[''] === '');
  browser.go(1, URL_);
  await browser.fromPage(1, FORM);
  await until(() => app.all('form').length && app.all('front').some(({ page }) => page));
  await app.say(verdict());
  await until(() => browser.badges['1'] === '1');
}

/** An app that knows nothing yet takes the place of the one that was there. */
export function startAnotherApp() {
  browser.app = app = new FakeBrowser().app;
}

/** @param {Record<string, unknown>} [more] */
export const pageWords = (more) => ({ type: 'page_words', page: app.all('page').at(-1).page, headline: 'x', ...more });

/** @param {boolean} anew as a browser that the app has never met */
export async function comesBack(anew) {
  app.running = true;
  if (!anew) return browser.fromUs({ kind: 'connect' });
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  return browser.fromUs({ kind: 'pair', code: CODE, port: PORT });
}
