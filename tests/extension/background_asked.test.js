/** The background as a whole while the person is asked: what is stopped, for how long, and what is told of it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { app, browser, CHOICE, openPage, requests, SUBMISSION, verdict } from './background_scene.js';
import { turn, until } from './waiting.js';

const hosts = () => browser.rules.rules.map(({ condition }) => [condition.tabIds[0], condition.requestDomains[0]]);
const answer = (/** @type {string} */ choice) => browser.fromPage(1, { ...CHOICE, choice });

test('from the card on the companies are left out of the tab, those met later too', async () => {
  await openPage();
  assert.deepEqual(hosts(), []);
  await browser.fromPage(1, SUBMISSION);
  await until(() => hosts().length === 1);
  await app.say(verdict({ rules: [{ domains: ['t.example'] }, { domains: ['u.example'] }] }));
  await until(() => hosts().length === 2);
  assert.deepEqual(hosts(), [[1, 't.example'], [1, 'u.example']]);
});

test('a form that goes by itself stops nobody', async () => {
  await openPage();
  await browser.fromPage(1, { ...SUBMISSION, held: false });
  await until(() => app.all('submission').length);
  assert.deepEqual(hosts(), []);
});

for (const [choice, stays] of /** @type {[string, boolean][]} */ ([['not_now', false], ['as_it_is', false], ['without_companies', true]])) {
  test(`after ${choice} they are ${stays ? 'still left out' : 'let through'}, though the background was stopped meanwhile`, async () => {
    await openPage();
    await browser.fromPage(1, SUBMISSION);
    await until(() => hosts().length === 1);
    await browser.start();
    assert.deepEqual(await answer(choice), { ready: true });
    await until(() => (hosts().length === 1) === stays);
    assert.deepEqual(browser.session['asking'], []);
  });
}

test('a page that goes while it asks takes the rules with it', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => hosts().length === 1);
  browser.go(1, 'https://www.example.org/elsewhere');
  await until(() => !hosts().length);
});

test('what was stopped then was stopped by us', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => hosts().length === 1);
  const ping = { tabId: 1, requestId: 'p', url: 'https://t.example/tr', type: 'ping', method: 'POST', frameId: 0, timeStamp: 2 };
  browser.events['webRequest.onBeforeRequest'].raise(ping);
  browser.events['webRequest.onErrorOccurred'].raise({ ...ping, error: 'net::ERR_BLOCKED_BY_CLIENT' });
  await until(() => app.all('fates').flatMap(({ fates }) => fates).some(({ fate }) => fate === 'stopped_by_us'));
  assert.equal(requests().at(-1).url, 'https://t.example/tr');
});

test('that nobody can see what a pixel is set up to take is told with its script', async () => {
  await openPage();
  const script = { tabId: 1, requestId: 'c', url: 'https://connect.facebook.net/signals/config/1', type: 'script', method: 'GET', frameId: 0 };
  browser.events['webRequest.onBeforeRequest'].raise({ ...script, timeStamp: 2 });
  // The browser raises it for these scripts alone; here every listener hears it.
  browser.events['webRequest.onResponseStarted'].raise({ ...script, statusCode: 200 });
  await until(() => app.all('set_up').length);
  assert.deepEqual([app.all('set_up')[0].request, app.all('set_up')[0].text], [requests().at(-1).id, undefined]);
});

test('rules that nobody answers for are lifted when the background wakes; those of a visit stay', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => hosts().length === 1);
  await answer('without_companies');
  await browser.start();
  await browser.fromUs({ kind: 'status', tab: 1, again: true });
  assert.equal(hosts().length, 1);
  browser.session['visiting'] = [];
  await browser.start();
  await browser.fromUs({ kind: 'status', tab: 1, again: true });
  await turn();
  assert.deepEqual(hosts(), []);
});

test('where they cannot be left out for good, they stay out while the card is up', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => hosts().length === 1);
  const { rules } = browser;
  let refusals = 2;
  rules.updateSessionRules = async (/** @type {any} */ change) => {
    if (change.addRules?.length && (refusals -= 1) >= 0) throw new Error('no');
    return Object.getPrototypeOf(rules).updateSessionRules.call(rules, change);
  };
  assert.deepEqual(await answer('without_companies'), { ready: false });
  await until(() => hosts().length === 1);
  assert.equal(refusals, 0 - 1);
});

/** The person says to go on without them, and then something else before that is done. @param {string} choice */
async function takeBack(choice) {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => hosts().length === 1);
  const { rules } = browser;
  let goOn = () => {};
  const later = new Promise((resolve) => (goOn = () => resolve(undefined)));
  rules.updateSessionRules = async (/** @type {any} */ change) => {
    await later;
    return Object.getPrototypeOf(rules).updateSessionRules.call(rules, change);
  };
  const without = answer('without_companies');
  await answer(choice);
  goOn();
  assert.deepEqual(await without, { ready: false });
}

test('"Not now" before they are left out takes that back', async () => {
  await takeBack('not_now');
  await until(() => !hosts().length && app.all('choice').length);
  assert.deepEqual([app.all('choice').map(({ choice }) => choice), browser.session['departing'] ?? []], [['not_now'], []]);
});

test('who leaves before they are left out is told to nobody until the page is gone', async () => {
  await takeBack('leave');
  await until(() => hosts().length === 1 && app.all('choice').length);
  assert.deepEqual([app.all('choice').map(({ choice }) => choice), browser.session['departing'] ?? []], [['leave'], []]);
  browser.go(1, 'https://neutral.example/');
  await until(() => !hosts().length);
});

test('"Not now" just after they were left out takes that back as well', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => hosts().length === 1);
  await answer('without_companies');
  await answer('not_now');
  await turn();
  assert.deepEqual([hosts(), browser.session['departing'], browser.session['visiting']], [[], [], []]);
  await until(() => app.all('departed').length);
  assert.equal(app.all('departed')[0].left, false);
});
