import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';
import { turn } from './waiting.js';

test('another root element, as after document.open(): what was taken away is listened to again, and nothing twice', async () => {
  const { window, document, inside } = openPage('', { upTo: 'listeners.js' });
  /** @type {string[]} */
  const heard = [];
  const [onKept, onTaken] = [() => heard.push('kept'), () => heard.push('taken')];
  inside('netcurtainListeners').add(window, 'keyup', onKept);
  inside('netcurtainListeners').add(window, 'keyup', onTaken);
  window.removeEventListener('keyup', onTaken, true);
  document.replaceChild(document.createElement('html'), document.documentElement);
  await turn();
  window.dispatchEvent(new window.Event('keyup'));
  assert.deepEqual(heard, ['kept', 'taken']);
});
