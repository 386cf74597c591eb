/** What the package does to scripts changes what they look like, never what they do. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofModule, ofScripts, ownMethods, unwrapped } from './shrink.js';

/** What a script leaves in `out`. @param {string} code */
const run = (code) => new Function('out', `${code}; return out;`)({});

const FIRST = `
const netcurtainFirst = (() => {
  /** Why. */
  const LEVEL = 'heading';
  return { twice: /** @type {any} */ ((n) => n * 2), LEVEL, later(n) { return netcurtainSecond.again(n); } };
})();`;
const SECOND = `
const netcurtainSecond = (() => {
  const { twice, LEVEL } = netcurtainFirst;
  const again = (n) => twice(twice(n));
  return { again, LEVEL };
})();
out.said = [netcurtainFirst.later(3), netcurtainSecond.again(1), netcurtainSecond.LEVEL];`;

test('scripts that share a world do the same as one, and nothing of them can be seen from outside', async () => {
  const small = await ofScripts([FIRST, SECOND]);
  assert.deepEqual(run(small).said, [12, 4, 'heading']);
  assert.match(small, /^\(\(\) ?=> ?\{.*\}\)\(\);$/s);
  assert.doesNotMatch(small, /netcurtain|twice|Why/);
});

test('what a script gives to others has a name of its own', () => {
  const code = unwrapped(FIRST + SECOND);
  assert.match(code, /const \[netcurtainFirst_twice,netcurtainFirst_LEVEL,netcurtainFirst_later\] = /);
  assert.doesNotMatch(code, /netcurtainFirst\./);
});

test('what is handed on whole stays whole', async () => {
  const whole = `${FIRST}\nconst netcurtainOther = (() => { if (!out.never) return netcurtainFirst; return { twice: 1 }; })();`;
  assert.match(unwrapped(whole), /const netcurtainFirst = /);
  assert.deepEqual(run(await ofScripts([whole, SECOND, '\nout.other = netcurtainOther.LEVEL;'])).other, 'heading');
});

/** @type {[string, string, unknown][]} */
const SAME = [
  ['a long string beside a keyword', `
    const f = (x) => { switch (x) { case'before_choice': return'before_choice'; } return typeof'before_choice'; };
    out.said = [f('before_choice'), f(1), 'before_choice'in { before_choice: 1 }, { 'before_choice': 2 }];`,
  ['before_choice', 'string', true, { before_choice: 2 }]],
  ['selectors in which commas have room', `out.said = ['[a=b], [c], d', 'one, two', 'see [1], and 2: yes'].join();`,
    '[a=b],[c],d,one, two,see [1], and 2: yes'],
  ['what is called where it stands', `const { stringify } = JSON; JSON.stringify = () => 'other';
    out.said = [JSON.stringify(1), JSON.stringify(2), JSON.stringify(3)]; JSON.stringify = stringify;`, ['other', 'other', 'other']],
  ['members of the same name', `const all = { String: 1, window: { Element: 2 } };
    out.said = [all.String, all.window.Element, String(3), String(4), String(5), String(6), all?.String];`, [1, 2, '3', '4', '5', '6', 1]],
];
for (const [name, code, said] of SAME) {
  test(`said once: ${name}`, async () => {
    assert.deepEqual(run(await ofScripts([code])).said, said);
    assert.deepEqual(run(await ofModule(code)).said, said);
  });
}

test('a method of ours gets another name only where nobody can ask for it by name', () => {
  const code = `class One { leaveOut() {} pair() {} stopIn() {} asText() {} told() {} #own() {} }
    const table = { pair: (one) => one.pair() }; const { told } = table; out('asText');`;
  assert.deepEqual(ownMethods(code, ['stopIn']), ['leaveOut']);
});

test('a module does the same with shorter methods', async () => {
  const small = await ofModule(`class Counting { countUp(n) { return n + 1; } }
    const one = new Counting(); out.said = [one.countUp(out.n ?? 1), one.countUp(5)];`);
  assert.doesNotMatch(small, /countUp/);
  assert.deepEqual(run(small).said, [2, 6]);
});
